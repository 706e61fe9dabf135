import { fileIn, policyOfCharter, refusedAlone, Rehearsal, tasksOf } from '@palabre/testing';
import { commands, type CommandData } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';

const on = '2027-01-20';
const note = 'Noté ensemble.';

type Note = CommandData<'RecordNote'>;

describe('lessons and practices', () => {
  it('AGI-01: a lesson of the library names the group that wrote it and its context; only a good practice hangs on a task', () => {
    const file = fileIn('implementation');
    const lesson = (more: object): Note => ({ kind: 'LessonsLearnedRecorded', on, note, ...more });
    refusedAlone(file, () => file.ask('officer', 'RecordNote', lesson({ lesson: 'good-practice', group: 'Groupe santé' })), {
      code: 'lesson-incomplete',
      rule: 'AGI-01',
    });
    const full = { group: 'Groupe santé', context: 'Un district sans route.' };
    refusedAlone(file, () => file.ask('officer', 'RecordNote', lesson({ lesson: 'lesson-learned', task: 'hold-meeting', ...full })), {
      code: 'task-without-practice',
    });
    refusedAlone(file, () => file.ask('officer', 'RecordNote', lesson({ lesson: 'good-practice', task: 'hold-meetings', ...full })), {
      code: 'no-such-task-kind',
      rule: 'AGI-01',
    });
    expect(file.count('LessonsLearnedRecorded')).toBe(0);
    file.must('officer', 'RecordNote', lesson({ lesson: 'good-practice', task: 'hold-meeting', ...full }));
    expect(file.last('LessonsLearnedRecorded')).toMatchObject({ lesson: 'good-practice', task: 'hold-meeting', ...full, party: 'host' });
  });

  it('ALE-50: who spoke is a party of the file', () => {
    const file = fileIn('implementation');
    const voice = (spoke: string[]): Note => ({ kind: 'VoiceActionTaken', on, action: 'platform', spoke, note });
    refusedAlone(file, () => file.ask('officer', 'RecordNote', voice(['partner', 'somebody'])), { code: 'unknown-party', rule: 'ALE-50' });
    file.must('officer', 'RecordNote', voice(['partner']));
    expect(file.last('VoiceActionTaken')).toMatchObject({ spoke: ['partner'] });
  });
});

describe('connections', () => {
  it('AGI-37: an initiative comes of a connection that was noted, and of no other', () => {
    const file = fileIn('implementation');
    const born = (connection: string): Note => ({ kind: 'InitiativeBorn', on, connection, initiative: 'initiative-1', note });
    const made: Note = { kind: 'PartnerConnectionMade', on, connection: 'link-1', country: 'Sénégal', note };
    refusedAlone(file, () => file.ask('officer', 'RecordNote', born('link-1')), { code: 'no-such-connection', rule: 'AGI-37' });
    file.must('officer', 'RecordNote', made);
    refusedAlone(file, () => file.ask('officer', 'RecordNote', made), { code: 'connection-known' });
    file.must('representative', 'RecordNote', born('link-1'));
    expect(file.last('InitiativeBorn')).toMatchObject({ connection: 'link-1', party: 'partner' });
  });
});

describe('strengths', () => {
  const named = (strength: string, of: string): Note => ({ kind: 'StrengthNamed', on, strength, of, what: 'Connaître les pistes', note });
  const linked = (strength: string): Note => ({ kind: 'StrengthLinked', on, strength, activity: 'Tournées', note });

  it('AGI-17: each side names its own strengths and those of the other; a strength belongs to one party', () => {
    const file = fileIn('implementation');
    refusedAlone(file, () => file.ask('officer', 'RecordNote', named('tracks', 'nobody')), { code: 'unknown-party', rule: 'AGI-17' });
    file.must('officer', 'RecordNote', named('tracks', 'partner')).must('representative', 'RecordNote', named('tracks', 'partner'));
    refusedAlone(file, () => file.ask('officer', 'RecordNote', named('tracks', 'host')), { code: 'strength-of-another' });
    expect(file.state.journal.strengths).toEqual([{ strength: 'tracks', of: 'partner', used: false }]);
    expect(file.count('StrengthNamed')).toBe(2);
  });

  it('AGI-18: a strength that no activity uses is a task of the review for the party whose strength it is, until one does', () => {
    const before = fileIn('implementation')
      .must('officer', 'RecordNote', named('tracks', 'partner'))
      .must('officer', 'RecordNote', named('books', 'host'))
      .must('officer', 'RecordNote', linked('books'));
    refusedAlone(before, () => before.ask('officer', 'RecordNote', linked('songs')), { code: 'no-such-strength', rule: 'AGI-18' });
    expect(tasksOf(before, 'use-strengths')).toEqual([]);
    const review = before.must('officer', 'EnterPhase', { phase: 'annual-review', reason: null });
    expect(tasksOf(review, 'use-strengths')).toMatchObject([{ party: 'partner', about: 'tracks' }]);
    review.must('representative', 'RecordNote', linked('tracks'));
    expect(tasksOf(review, 'use-strengths')).toEqual([]);
  });
});

describe('the common pot', () => {
  it('HFA-12: money is pooled in a currency, everything else in a unit', () => {
    const file = fileIn('implementation');
    const pooled = (resource: 'money' | 'people', share: Extract<Note, { kind: 'ResourcePooled' }>['share']): Note => ({
      kind: 'ResourcePooled',
      on,
      resource,
      share,
      note,
    });
    for (const wrong of [pooled('money', { quantity: 3, unit: 'sacs' }), pooled('people', { amount: 100, currency: 'EUR' })])
      refusedAlone(file, () => file.ask('officer', 'RecordNote', wrong), { code: 'share-unfit', rule: 'HFA-12' });
    file
      .must('officer', 'RecordNote', pooled('money', { amount: 100_000, currency: 'EUR' }))
      .must('representative', 'RecordNote', pooled('people', { quantity: 4, unit: 'sages-femmes' }));
    expect(file.count('ResourcePooled')).toBe(2);
  });
});

describe('change', () => {
  it('AGI-31: a change is told with the need that it answers, and is not taken without', () => {
    const file = fileIn('implementation');
    const change = { kind: 'change', subject: 'Calendrier', text: 'Un mois plus tard.', override: null } as const;
    refusedAlone(file, () => file.ask('officer', 'ProposeDecision', change), { code: 'need-not-told', rule: 'AGI-31' });
    expect(file.count('ChangeProposed')).toBe(0);
    file.must('officer', 'ProposeDecision', { ...change, need: 'La piste est coupée.' });
    expect(file.last('ChangeProposed')).toMatchObject({ need: 'La piste est coupée.' });
  });
});

describe('the results framework', () => {
  const objectives = (more: object) =>
    ({ kind: 'objectives', body: { objectives: [{ id: 'O1', text: note, aboutRights: true, ...more }] } }) as CommandData<'ProposeText'>;

  /** A file under a charter that asks for a result of the partnership, as that of the fund does. */
  const asking = (): Rehearsal => {
    const policy = policyOfCharter('mdm', 'OP');
    return fileIn('co-construction', new Rehearsal({ ...policy, switches: { ...policy.switches, textAsks: ['partnership-result'] } }));
  };

  it('AGI-07: where the charter asks for it, objectives without a result of the partnership and its indicators are not agreed', () => {
    expect(policyOfCharter('agiri', 'OP').switches.textAsks).toContain('partnership-result');
    const file = asking();
    for (const lacking of [{}, { resultOf: 'partnership' }, { resultOf: 'project', indicators: ['Puits creusés'] }]) {
      file.must('officer', 'ProposeText', objectives(lacking));
      refusedAlone(file, () => file.ask('representative', 'AcceptText', file.text('objectives')), {
        code: 'text-incomplete',
        rule: 'AGI-07',
      });
    }
    expect(file.count('CommonObjectivesRecorded')).toBe(0);
    file.must('officer', 'ProposeText', objectives({ resultOf: 'partnership', indicators: ['Décisions prises à deux'] }));
    file.must('representative', 'AcceptText', file.text('objectives'));
    expect(file.count('CommonObjectivesRecorded')).toBe(1);
  });

  it('AGI-07: what is reported is a result of the objectives, by its number', () => {
    const file = fileIn('implementation');
    const reported = (objective: string): Note => ({ kind: 'ResultReported', on, objective, state: 'partly', note });
    refusedAlone(file, () => file.ask('officer', 'RecordNote', reported('O9')), { code: 'no-such-objective', rule: 'AGI-07' });
    file.must('officer', 'RecordNote', reported('O2'));
    expect(file.last('ResultReported')).toMatchObject({ objective: 'O2', state: 'partly' });
  });
});

describe('meetings', () => {
  const meeting = {
    heldOn: on,
    attendance: [
      { party: 'host', people: 2 },
      { party: 'partner', people: 3 },
    ],
    inPerson: true,
    minutes: note,
    kind: 'formal',
    purpose: 'exchange',
  } as const;

  it('PMP-53: turns at speaking are counted for parties of the file, each once', () => {
    const file = fileIn('implementation');
    const turns = (...parties: string[]) => ({ ...meeting, turns: parties.map(party => ({ party, turns: 4 })) });
    refusedAlone(file, () => file.ask('officer', 'HoldMeeting', turns('host', 'somebody')), { code: 'unknown-party' });
    refusedAlone(file, () => file.ask('officer', 'HoldMeeting', turns('host', 'host')), { code: 'counted-twice' });
    file.must('officer', 'HoldMeeting', turns('host', 'partner'));
    expect(file.last('MeetingHeld')).toMatchObject({ turns: turns('host', 'partner').turns });
  });

  it('ALE-23: who was there is told by those concerned alone: a count made by others does not fit', () => {
    const read = (selfDeclared: boolean) =>
      commands.HoldMeeting.data.safeParse({ ...meeting, presence: { mostAffected: 4, withDisabilities: 1, selfDeclared } }).success;
    expect([read(true), read(false)]).toEqual([true, false]);
  });
});
