import type { CommandData } from '@palabre/contracts';
import { fileIn, refusedAlone, type PersonName, type Rehearsal } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { contextAnswered, withoutDecision } from './questions.js';
import { sawPartnerContribute } from './relation-questions.js';

const on = '2027-01-20';
const at = '2027-01-20T09:00:00.000Z';
const note = 'Dit ensemble.';

type Note = CommandData<'RecordNote'>;

/** Everything that a note changes in the journal, beside being counted once. */
function kept(file: Rehearsal, who: PersonName, told: Note): object {
  const before = file.state.journal;
  file.must(who, 'RecordNote', told);
  const { counts, ...after } = file.state.journal;
  expect(counts).toEqual({ ...before.counts, [told.kind]: (before.counts[told.kind] ?? 0) + 1 });
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => before[name as keyof typeof before] !== value));
}

/** The same of the slice about the relation. */
function keptOfRelation(file: Rehearsal, who: PersonName, told: Note): object {
  const before = file.state.journal.relation;
  file.must(who, 'RecordNote', told);
  const after = Object.entries(file.state.journal.relation);
  return Object.fromEntries(after.filter(([name, value]) => before[name as keyof typeof before] !== value));
}

const named = (strength: string, of = 'partner'): Note => ({ kind: 'StrengthNamed', on, strength, of, what: 'Les pistes', note });

const connected = (connection?: string): Note => ({
  kind: 'PartnerConnectionMade',
  on,
  country: 'Sénégal',
  note,
  ...(connection === undefined ? {} : { connection }),
});

describe('what the file keeps of the map', () => {
  it('PMP-12: an entry counts in its list and in its sector, and a list declared empty stands once', () => {
    const file = fileIn('mapping');
    const entry = { kind: 'StakeholderIdentified', on: '2027-01-04', interest: 3, influence: 3, note } as const;
    expect(kept(file, 'officer', { ...entry, stakeholder: 's-1', category: 'actor', sector: 'public' })).toEqual({
      categories: { actor: 1 },
      sectors: { public: 1 },
    });
    expect(kept(file, 'officer', { ...entry, stakeholder: 's-2', category: 'actor', sector: 'science' })).toEqual({
      categories: { actor: 2 },
      sectors: { public: 1, science: 1 },
    });
    const empty: Note = { kind: 'StakeholderListDeclaredEmpty', on: '2027-01-04', category: 'community-leader', note };
    expect(kept(file, 'officer', empty)).toEqual({ declaredEmpty: ['community-leader'] });
    expect(kept(file, 'officer', empty)).toEqual({ declaredEmpty: ['community-leader'] });
  });
});

describe('what the file keeps of an exchange', () => {
  it('AGI-29: a change of context waits with who told it and when; the word of another party answers it, the own does not', () => {
    const file = fileIn('implementation');
    const changes = kept(file, 'representative', { kind: 'ContextChangeReported', on, note });
    const told = { event: file.events.findLast(({ attributes }) => attributes.type === 'ContextChangeReported')?.attributes.id, at };
    expect(changes).toEqual({ contextChanges: [{ ...told, party: 'partner' }] });
    kept(file, 'representative', { kind: 'DecisionRecorded', on, note });
    expect(file.state.journal.contextChanges).toEqual([{ ...told, party: 'partner' }]);
    expect(kept(file, 'officer', { kind: 'DecisionRecorded', on, note })).toEqual({ contextChanges: [] });
    expect(contextAnswered(file.state)).toBe(file.state);
  });

  it('AGI-17, AGI-18: a strength is kept once, in whose it is; the activity that uses it marks it alone', () => {
    const file = fileIn('implementation');
    const tracks = { strength: 'tracks', of: 'partner', used: false };
    expect(kept(file, 'officer', named('tracks'))).toEqual({ strengths: [tracks] });
    expect(kept(file, 'representative', named('tracks'))).toEqual({});
    kept(file, 'officer', named('songs'));
    expect(kept(file, 'officer', { kind: 'StrengthLinked', on, strength: 'tracks', activity: 'Tournées', note })).toEqual({
      strengths: [
        { ...tracks, used: true },
        { ...tracks, strength: 'songs' },
      ],
    });
  });

  it('AGI-17, AGI-37: a register holds a hundred names; one that is in it already may still be named', () => {
    const file = fileIn('implementation');
    const names = Array.from({ length: 100 }, (_, nth) => `name-${nth}`);
    const strengths = names.slice(1).map(strength => ({ strength, of: 'partner', used: false }));
    file.state = { ...file.state, journal: { ...file.state.journal, strengths, connections: names.slice(1) } };
    file.must('officer', 'RecordNote', named('last')).must('officer', 'RecordNote', connected('last'));
    refusedAlone(file, () => file.ask('officer', 'RecordNote', named('over')), { code: 'register-full', rule: 'AGI-17' });
    refusedAlone(file, () => file.ask('officer', 'RecordNote', connected('over')), { code: 'register-full', rule: 'AGI-37' });
    expect(file.state.journal.connections).toHaveLength(100);
    expect(kept(file, 'officer', named('last'))).toEqual({});
    expect(kept(file, 'officer', connected())).toEqual({});
  });

  it('AGI-01: a lesson without a name of its own needs no group; a practice of the library may hang on no task', () => {
    const file = fileIn('implementation');
    expect(kept(file, 'officer', { kind: 'LessonsLearnedRecorded', on, note })).toEqual({});
    const full = { lesson: 'lesson-learned', group: 'Groupe santé', context: 'Un district sans route.' } as const;
    expect(kept(file, 'officer', { kind: 'LessonsLearnedRecorded', on, note, ...full })).toEqual({});
    const { group: _group, ...without } = full;
    refusedAlone(file, () => file.ask('officer', 'RecordNote', { kind: 'LessonsLearnedRecorded', on, note, ...without }), {
      code: 'lesson-incomplete',
      rule: 'AGI-01',
    });
    expect(file.count('LessonsLearnedRecorded')).toBe(2);
  });

  it('MDM-84, PMP-36: learning counts by whom it is from, and only a win that is not certain counts as such', () => {
    const file = fileIn('implementation');
    const learned = (learnedFrom: string): Note => ({ kind: 'LearningShared', on, learnedFrom, note });
    expect(kept(file, 'officer', learned('partner'))).toEqual({ learnedFrom: { partner: 1 } });
    expect(kept(file, 'representative', learned('host'))).toEqual({ learnedFrom: { partner: 1, host: 1 } });
    const won = (certain: boolean): Note => ({ kind: 'StepVictoryShared', on, certain, note });
    kept(file, 'officer', won(true));
    expect(file.state.journal.uncertainVictories).toBe(0);
    kept(file, 'officer', won(false));
    expect(file.state.journal.uncertainVictories).toBe(1);
  });
});

describe('what the file keeps of what each party says for itself', () => {
  it('PMP-25, AGI-12: the moment of each word stands beside that of the other, and the means as they were told', () => {
    const file = fileIn('implementation');
    const role: Note = { kind: 'RoleAndNeedsStated', on, role: note, needs: note };
    const { said: before = {} } = file.state.journal;
    expect(kept(file, 'officer', role)).toEqual({ said: { ...before, RoleAndNeedsStated: { host: at } } });
    file.advanceTo('2027-02-01');
    const later = { host: at, partner: '2027-02-01T09:00:00.000Z' };
    expect(kept(file, 'representative', role)).toEqual({ said: { ...before, RoleAndNeedsStated: later } });
    const means: Note = { kind: 'ResourceAccessStated', on, financial: 2, technical: 4, human: 5, note };
    expect(kept(file, 'representative', means)).toEqual({
      said: { ...before, RoleAndNeedsStated: later, ResourceAccessStated: { partner: '2027-02-01T09:00:00.000Z' } },
      access: { partner: { financial: 2, technical: 4, human: 5 } },
    });
    kept(file, 'officer', { ...means, financial: 1 });
    expect(file.state.journal.access).toEqual({
      partner: { financial: 2, technical: 4, human: 5 },
      host: { financial: 1, technical: 4, human: 5 },
    });
  });

  it('AGI-21: the levels of a party are kept by area, replace its own earlier ones, and leave those of the other', () => {
    const file = fileIn('implementation');
    const chosen = (area: 'money' | 'people', decision: 'joint' | 'sole'): Note => ({
      kind: 'LevelsChosen',
      on,
      areas: [{ area, information: 'full', decision }],
    });
    file.must('officer', 'RecordNote', chosen('money', 'joint')).must('representative', 'RecordNote', chosen('money', 'sole'));
    file.must('officer', 'RecordNote', chosen('people', 'sole'));
    expect(file.state.journal.levels).toEqual({
      host: { people: { information: 'full', decision: 'sole' } },
      partner: { money: { information: 'full', decision: 'sole' } },
    });
  });

  it('HFA-27: papers are counted by kind', () => {
    const file = fileIn('implementation');
    const filed = (document: 'voucher' | 'financial-report'): Note => ({
      kind: 'SupportingDocumentFiled',
      on,
      document,
      file: 'a'.repeat(64),
      about: 'Trimestre',
    });
    expect(kept(file, 'officer', filed('voucher'))).toEqual({ filed: { voucher: 1 } });
    expect(kept(file, 'officer', filed('voucher'))).toEqual({ filed: { voucher: 2 } });
    expect(kept(file, 'officer', filed('financial-report'))).toEqual({ filed: { voucher: 2, 'financial-report': 1 } });
  });

  it('ALE-53: a requirement is met by its grant and its number together; a new list replaces that of its own grant alone', () => {
    const file = fileIn('implementation');
    const listed = (grant: string, ...ids: readonly string[]): Note => ({
      kind: 'DonorRequirementsListed',
      on,
      grant,
      donor: 'org-bailleur',
      requirements: ids.map(requirement => ({ requirement, what: 'Rapport', needed: requirement !== 'R9', dueOn: null })),
    });
    const open = (grant: string, requirement: string) => ({ grant, donor: 'org-bailleur', requirement, dueOn: null, party: 'host' });
    const met = (grant: string, requirement: string): Note => ({ kind: 'DonorRequirementMet', on, grant, requirement, note });
    expect(kept(file, 'officer', listed('grant-1', 'R1', 'R9'))).toEqual({ donorTasks: [open('grant-1', 'R1')] });
    kept(file, 'officer', listed('grant-2', 'R1', 'R2'));
    refusedAlone(file, () => file.ask('officer', 'RecordNote', met('grant-1', 'R2')), { code: 'no-such-requirement', rule: 'ALE-53' });
    expect(kept(file, 'officer', met('grant-2', 'R1'))).toEqual({ donorTasks: [open('grant-1', 'R1'), open('grant-2', 'R2')] });
    kept(file, 'officer', listed('grant-1', 'R3'));
    expect(file.state.journal.donorTasks).toEqual([open('grant-2', 'R2'), open('grant-1', 'R3')]);
  });

  it('AGI-22: a decision that one party takes is known by its own reference and area; one that was overruled goes, alone', () => {
    const file = fileIn('implementation');
    const chosen = (who: PersonName, decision: 'none' | 'sole') =>
      file.must(who, 'RecordNote', { kind: 'LevelsChosen', on, areas: [{ area: 'people', information: 'full', decision }] });
    chosen('officer', 'none');
    chosen('representative', 'sole');
    const taken: Note = { kind: 'DecisionRecorded', on, area: 'people', note };
    file.must('representative', 'RecordNote', taken).must('representative', 'RecordNote', taken);
    const decisions = file.state.journal.decisions ?? [];
    expect(decisions.map(({ party, matter }) => [party, matter])).toEqual(['partner', 'partner'].map(party => [party, 'people']));
    expect(new Set(decisions.map(({ decision }) => decision)).size).toBe(2);
    expect(file.last('DecisionRecorded')['decision']).toBe(decisions[1]?.decision);
    expect(withoutDecision(file.state, decisions[0]?.decision).journal.decisions).toEqual([decisions[1]]);
    expect(withoutDecision(file.state, undefined)).toBe(file.state);
  });
});

describe('what the file keeps of the relation', () => {
  it('ALE-36: a contribution waits with who made it and for whom; confirmed, it counts for the one that it was for', () => {
    const file = fileIn('implementation');
    const made = (contribution: string): Note => ({
      kind: 'ContributionMade',
      on,
      contribution,
      under: 'connect',
      to: 'partner',
      result: note,
    });
    const entry = (contribution: string) => ({ contribution, by: 'host', to: 'partner' });
    expect(keptOfRelation(file, 'officer', made('c-1'))).toEqual({ contributions: [entry('c-1')] });
    keptOfRelation(file, 'officer', made('c-2'));
    refusedAlone(file, () => file.ask('officer', 'RecordNote', made('c-2')), { code: 'name-taken', rule: 'ALE-36' });
    expect(keptOfRelation(file, 'representative', { kind: 'ContributionConfirmed', on, contribution: 'c-1', note })).toEqual({
      contributions: [entry('c-2')],
      confirmed: { partner: 1 },
    });
  });

  it('ALE-38: what a partner brings counts by kind, with the moment of the last; the host’s own is none of it', () => {
    const file = fileIn('implementation');
    const brings = { kind: 'PartnerContributionRecorded', on, by: 'partner', brings: 'expertise', note } as const;
    expect(keptOfRelation(file, 'officer', brings)).toEqual({ brought: { expertise: 1 }, broughtAt: at });
    expect([sawPartnerContribute(file.state, null), sawPartnerContribute(file.state, at)]).toEqual([true, false]);
    file.advanceTo('2027-02-01');
    expect(sawPartnerContribute(file.state, '2027-01-20T08:59:59.999Z')).toBe(true);
    expect(keptOfRelation(file, 'officer', brings)).toEqual({ brought: { expertise: 2 }, broughtAt: '2027-02-01T09:00:00.000Z' });
    refusedAlone(file, () => file.ask('officer', 'RecordNote', { ...brings, by: 'host' }), { rule: 'ALE-38' });
    expect(file.state.journal.relation.brought).toEqual({ expertise: 2 });
    expect(sawPartnerContribute(fileIn('implementation').state, null)).toBe(false);
  });

  it('ALE-47: the board drops what closed before the day of the next entry, keeps what is open that day, and what has no day', () => {
    const file = fileIn('implementation').advanceTo('2027-03-01');
    const shared = (opportunity: string | undefined, closesOn: string | undefined, day: string): Note => ({
      kind: 'OpportunityShared',
      on: day,
      offers: 'donor',
      note,
      ...(closesOn === undefined ? {} : { closesOn }),
      ...(opportunity === undefined ? {} : { opportunity }),
    });
    const board = () => file.state.journal.relation.opportunities.map(({ opportunity }) => opportunity);
    expect(keptOfRelation(file, 'officer', shared('call-1', '2027-02-01', on))).toEqual({
      opportunities: [{ opportunity: 'call-1', by: 'host', closesOn: '2027-02-01', followedUp: 0 }],
    });
    file.must('representative', 'RecordNote', shared('call-2', undefined, on));
    file.must('officer', 'RecordNote', shared('call-3', '2027-06-01', '2027-02-01'));
    expect(board()).toEqual(['call-1', 'call-2', 'call-3']);
    file.must('officer', 'RecordNote', shared('call-4', '2027-06-01', '2027-02-02'));
    expect(board()).toEqual(['call-2', 'call-3', 'call-4']);
    expect(keptOfRelation(file, 'officer', shared(undefined, '2027-06-01', '2027-02-02'))).toEqual({});
  });

  it('AGI-16, AGI-33, MDM-29: memory counts its tones, the community its moment by stage, and a party the latest year it planned', () => {
    const file = fileIn('implementation');
    const noted = (entry: string, tone: 'positive' | 'negative'): Note => ({ kind: 'SharedHistoryNoted', on, entry, tone, note });
    file.must('representative', 'RecordNote', noted('trucks', 'negative'));
    expect(keptOfRelation(file, 'officer', noted('market', 'positive'))).toEqual({
      history: [
        { entry: 'trucks', by: 'partner' },
        { entry: 'market', by: 'host' },
      ],
      tones: { positive: 1, negative: 1 },
    });
    const planned = (year: number): Note => ({ kind: 'RelationTimePlanned', on, year, halfDays: 24 });
    expect(keptOfRelation(file, 'officer', planned(2028))).toEqual({ timePlanned: { host: 2028 } });
    expect(keptOfRelation(file, 'officer', planned(2027))).toEqual({ timePlanned: { host: 2028 } });
    expect(keptOfRelation(file, 'representative', planned(2027))).toEqual({ timePlanned: { host: 2028, partner: 2027 } });
  });

  it('ALE-16: a consent is given once for a subject and to a party, and stands beside the others', () => {
    const file = fileIn('implementation');
    const consent = (subject: string): Note => ({ kind: 'AdvocacyConsentGiven', on, subject, to: 'host', note });
    expect(keptOfRelation(file, 'representative', consent('water'))).toEqual({
      consents: [{ subject: 'water', by: 'partner', to: 'host' }],
    });
    refusedAlone(file, () => file.ask('representative', 'RecordNote', consent('water')), { code: 'name-taken', rule: 'ALE-16' });
    file.must('representative', 'RecordNote', consent('land'));
    expect(file.state.journal.relation.consents.map(({ subject }) => subject)).toEqual(['water', 'land']);
  });

  it('ALE-16: speaking with, or by, names a party of the file; nobody speaks for itself', () => {
    const file = fileIn('implementation');
    const action = (stance: 'with' | 'by' | 'for', partner: string) => () =>
      file.ask('officer', 'RecordNote', { kind: 'AdvocacyActionTaken', on, subject: 'water', stance, partner, note });
    refusedAlone(file, action('by', 'nobody'), { code: 'unknown-party', rule: 'ALE-16' });
    refusedAlone(file, action('with', 'nobody'), { code: 'unknown-party', rule: 'ALE-16' });
    refusedAlone(file, action('for', 'host'), { code: 'names-oneself', rule: 'ALE-16' });
    expect(action('by', 'host')().outcome).toBe('accepted');
  });
});

describe('joint sessions', () => {
  it('ALE-64: the latest day of each kind is kept, whenever it is noted; people of one side alone make none', () => {
    const file = fileIn('implementation').advanceTo('2027-03-01');
    const held = (day: string, people: number): Note => ({
      kind: 'DesignSessionHeld',
      on: day,
      topic: 'Les puits',
      participants: [
        { party: 'host', people: 2 },
        { party: 'partner', people },
      ],
    });
    file.must('officer', 'RecordNote', held('2027-02-10', 1));
    expect(file.state.journal.joint).toEqual({ design: '2027-02-10' });
    file.must('officer', 'RecordNote', held('2027-02-01', 1)).must('officer', 'RecordNote', held('2027-02-20', 0));
    expect(file.state.journal.joint).toEqual({ design: '2027-02-10' });
    file.must('officer', 'RecordNote', held('2027-02-11', 1));
    expect(file.state.journal.joint).toEqual({ design: '2027-02-11' });
    expect(file.state.journal.relation.sessions).toEqual({ held: 4, withoutPartner: 1 });
  });
});
