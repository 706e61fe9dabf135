import { historyOfAll } from './history-of-all.js';
import { sampleDeadline, sampleTask, type Story } from './story.js';

const hash = 'f'.repeat(64);

/** Words, people and functions that nobody may learn who may not read the protected case. */
export const inConfidence = [
  'told in confidence',
  'person-77',
  'person-78',
  'person-79',
  'case-handler',
  'seen by the night team',
  'a word about the case',
  'harassment"',
];

const ofWitness = { actor: 'person-78', actorrole: 'case-handler', party: 'partner' } as const;

const refused = (commandType: string, code: string, rule: string, reason: string) => ({
  commandType,
  code,
  rule,
  reason: { fr: reason, en: reason },
  next: { fr: 'Voir le cas.', en: 'See the case.' },
  gates: [],
});

/** Everything that speaks of a protected case without being an event of a line: tasks, refusals, findings, talk, votes, money. */
function speakOfTheCase(story: Story, id: string): void {
  const open = `${id}-c1`;
  const task = sampleTask(`${id}-t9`, { kind: 'be-heard', about: open, askedBy: 'person-77', requirements: ['S-01'] });
  story.tell('TasksOpened', { tasks: [task, { ...task, task: `${id}-t8`, party: 'host', roles: ['signatory-authority'] }] });
  story.tell('DeadlinesSet', {
    deadlines: [sampleDeadline(`${id}-d9`, { rule: 'orange-line-plan', outcome: 'ReminderDue', party: 'partner', about: open })],
  });
  story.tell('PalaverMessagePosted', { object: open, party: 'partner', message: 'a word about the case' }, ofWitness);
  story.tell(
    'DueDiligenceFindingRecorded',
    {
      finding: `${id}-f1`,
      about: 'partner',
      line: 'harassment',
      result: 'concern',
      evidenceOn: '2026-01-01',
      note: 'seen by the night team',
    },
    ofWitness,
  );
  story.tell(
    'VoteCast',
    {
      body: 'steering-committee',
      of: 'host',
      subject: `line/${open}`,
      party: 'host',
      person: 'person-79',
      verdict: 'refuse',
      reason: 'a word about the case',
    },
    { actor: 'person-79', actorrole: 'steering-committee' },
  );
  const named = `Orange line "harassment" about "partner" waits for an agreed plan (case ${open}).`;
  story.tell('CommandRefused', refused('EnterPhase', 'gates-open', 'ORANGE', named), ofWitness);
  story.tell('CommandRefused', refused('RaiseLine', 'protected-facts', 'MDM-68', 'Facts are not written here.'), ofWitness);
  story.tell('CommandRefused', refused('DismissLine', 'party-not-heard', 'S-01', 'Nothing is decided before.'), ofWitness);
  story.tell('FundTransfersFrozen', { case: open }, ofWitness);
  story.tell('CommandRefused', refused('LiftOrangeLine', 'no-plan', 'S-01', `No plan yet (case ${id}-c2).`), { actor: 'person-3' });
}

/** A text that the host keeps from the partner, with its reason, and what was said of it before and after. */
function keepTheBudget(story: Story): void {
  story.tell('TextCommented', { kind: 'budget', version: 1, hash, party: 'host', comment: 'the lowest bid is Tall Trees' });
  story.tell('PalaverMessagePosted', { object: 'budget', party: 'host', message: 'the bids are in' });
  story.tell('AccessRestrictionRecorded', { object: 'budget', restrictedFor: 'partner', reason: 'a tender is under way' });
  story.tell('DocumentTranslated', { kind: 'budget', version: 1, hash, language: 'wo', body: 'a translated budget' });
  story.tell('TextCommented', { kind: 'roles', version: 1, hash, party: 'host', comment: 'who keeps the pump' });
}

/** What of the restricted text must not reach the party it is kept from. */
export const keptBack = ['Wells', 'Upkeep', 'Tall Trees', 'nothing for upkeep', 'the bids are in', 'a translated budget'];

/** A partnership with a protected case that everything speaks of, and a text restricted for one party. */
export function storyInConfidence(id: string): Story {
  const story = historyOfAll(id);
  speakOfTheCase(story, id);
  keepTheBudget(story);
  return story;
}
