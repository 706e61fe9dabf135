import type { Actor } from '@palabre/contracts';
import {
  actorOf,
  asRehearsal,
  draftingCast,
  everybodyConsulted,
  nothingStated,
  saidTwice,
  silentSettings,
  StreamRehearsal,
} from '@palabre/testing';
import { describe, expect, it } from 'vitest';

const { ops, field, sister, committee, partner } = draftingCast;

const clause = (id: string, part: 'values' | 'lines' = 'values', words = id) => ({
  clause: id,
  part,
  text: saidTwice(words),
  source: null,
});
const first = { contentHash: 'c'.repeat(64), parts: nothingStated };
const second = { contentHash: 'd'.repeat(64) };

/** A charter of two clauses, each by its own member of the group. */
const drafted = (settings = silentSettings) =>
  new StreamRehearsal('charter', 'horizon', settings)
    .must(ops, 'DraftCharter', {
      code: 'horizon',
      title: 'Charte',
      scope: { entities: ['org-horizon'], places: ['international'] },
      supersedes: null,
      horizonYears: null,
      ...asRehearsal,
    })
    .must(ops, 'JoinQualityGroup', { person: 'person-field', unit: 'Mission', place: 'field' })
    .must(ops, 'JoinQualityGroup', { person: 'person-sister', unit: 'Association sœur', place: 'sister-association' })
    .must(field, 'ProposeClause', clause('balance'))
    .must(sister, 'ProposeClause', clause('autonomy'));

type File = ReturnType<typeof drafted>;

const standings = (file: File): Record<string, string> =>
  Object.fromEntries(file.state.clauses.map(({ clause: id, standing }) => [id, standing]));

const answered = (file: File): File => {
  const validate = { verdict: 'validate', text: null } as const;
  return file
    .must(field, 'AnswerConsultation', { body: 'field-teams', ...validate })
    .must(partner, 'AnswerConsultation', { body: 'partners', ...validate })
    .must(ops, 'AnswerConsultation', { body: 'board', ...validate });
};

const asItStands = (file: File, id: string) => {
  const found = file.state.clauses.find(one => one.clause === id);
  return { clause: id, version: found?.version ?? 0, hash: found?.hash ?? '' };
};

const readyToPublish = (file: File): File =>
  file
    .must(ops, 'LoadCharter', first)
    .must(ops, 'OpenRevision', { reason: 'Cinq ans après.' })
    .must(ops, 'CloseListening', { sources: ['Enquête'], summary: 'Ce qui a été dit.' })
    .must(ops, 'StatePosition', { position: 'La nôtre.' })
    .must(ops, 'PrepareTools', { tools: ['Fiche'] });

describe('two clauses side by side', () => {
  it('MDM-75: an objection to one leaves the other to be adopted, each on the tenth day of its own proposal', () => {
    const file = drafted().must(field, 'ObjectToClause', { clause: 'autonomy', reason: 'Trop court.' }).advanceTo('2027-01-10');
    file.must(sister, 'ProposeClause', clause('reciprocity')).advanceTo('2027-01-15');
    expect(standings(file)).toEqual({ balance: 'adopted', autonomy: 'proposed', reciprocity: 'proposed' });
    expect(file.state.deadlines.filter(({ rule }) => rule === 'adopted-without-objection').map(({ about }) => about)).toEqual([
      'reciprocity',
    ]);
    file.advanceTo('2027-01-25');
    expect(standings(file)).toEqual({ balance: 'adopted', autonomy: 'proposed', reciprocity: 'adopted' });
  });

  it('MDM-75: a clause that nobody has adopted is the next version of itself after an objection, and may be adopted then', () => {
    const file = drafted().must(field, 'ObjectToClause', { clause: 'autonomy', reason: 'Trop court.' });
    file.must(sister, 'ProposeClause', clause('autonomy', 'values', 'autonomy, longer')).advanceTo('2027-01-20');
    expect(file.state.clauses.find(({ clause: id }) => id === 'autonomy')).toMatchObject({
      version: 2,
      objected: false,
      standing: 'adopted',
    });
  });

  it('MDM-76: a consultation counts for the clauses and versions that it asked about, and for no other', () => {
    const file = drafted().must(ops, 'OpenConsultation', { clauses: ['balance'], bodies: everybodyConsulted });
    expect(file.last('CharterConsultationOpened')).toMatchObject({ clauses: [asItStands(file, 'balance')] });
    answered(file);
    expect(file.state.clauses.map(({ clause: id, consulted }) => [id, consulted?.silent ?? null])).toEqual([
      ['balance', []],
      ['autonomy', null],
    ]);
    file.must(ops, 'OpenConsultation', { clauses: ['autonomy', 'balance'], bodies: everybodyConsulted });
    file.must(sister, 'ProposeClause', clause('autonomy', 'values', 'autonomy, changed while they read'));
    answered(file);
    expect(file.ask(committee, 'ValidateClause', asItStands(file, 'autonomy'))).toMatchObject({ refusal: { code: 'not-consulted-yet' } });
    expect(file.ask(committee, 'ValidateClause', asItStands(file, 'balance'))).toMatchObject({ outcome: 'accepted', warnings: [] });
    expect(standings(file)).toEqual({ balance: 'validated', autonomy: 'proposed' });
  });

  it('MDM-76: what is not there, or was retired, is not consulted about, not even beside a clause that is', () => {
    const file = drafted().must(committee, 'RetireClause', { clause: 'autonomy', reason: 'Redite.' });
    for (const clauses of [['balance', 'autonomy'], ['unknown', 'balance'], ['autonomy']])
      expect(file.ask(ops, 'OpenConsultation', { clauses, bodies: everybodyConsulted })).toMatchObject({
        refusal: { code: 'no-such-clause', rule: 'MDM-05' },
      });
    expect(file.state.consultation).toBeNull();
    file.must(ops, 'OpenConsultation', { clauses: ['balance'], bodies: [...everybodyConsulted, 'board'] });
    expect(file.last('CharterConsultationOpened')).toMatchObject({ bodies: everybodyConsulted });
  });

  it('MDM-76: each body that has not answered has a task of its own, until the day of the consultation', () => {
    const file = drafted().must(ops, 'OpenConsultation', { clauses: ['balance'], bodies: everybodyConsulted });
    const dueAt = String(file.last('CharterConsultationOpened')['answersDueAt']);
    const asked = () =>
      file.state.tasks.filter(({ kind }) => kind === 'answer-consultation').map(task => ({ about: task.about, dueAt: task.dueAt }));
    expect(asked()).toEqual(everybodyConsulted.map(about => ({ about, dueAt })));
    file.must(partner, 'AnswerConsultation', { body: 'partners', verdict: 'validate', text: null });
    expect(asked()).toEqual(['field-teams', 'board'].map(about => ({ about, dueAt })));
    expect(file.state.deadlines.filter(({ rule }) => rule === 'consultation-over')).toMatchObject([{ dueAt }]);
  });

  it('MDM-05: the committee is asked about each consulted clause that is not decided, adopted or not, and by whom it was written', () => {
    const file = drafted().must(field, 'ObjectToClause', { clause: 'autonomy', reason: 'Trop court.' }).advanceTo('2027-01-15');
    file.must(ops, 'OpenConsultation', { clauses: ['balance', 'autonomy'], bodies: everybodyConsulted });
    expect(file.waiting()).not.toContain('validate-clause');
    answered(file);
    const asked = () => file.state.tasks.filter(({ kind }) => kind === 'validate-clause').map(({ about, askedBy }) => ({ about, askedBy }));
    expect(standings(file)).toEqual({ balance: 'adopted', autonomy: 'proposed' });
    expect(asked()).toEqual([
      { about: 'balance', askedBy: 'person-field' },
      { about: 'autonomy', askedBy: 'person-sister' },
    ]);
    file.must(committee, 'ReturnClause', { clause: 'autonomy', reason: 'À reprendre.' });
    expect(asked()).toEqual([{ about: 'balance', askedBy: 'person-field' }]);
    file.must(committee, 'ValidateClause', asItStands(file, 'balance'));
    expect(asked()).toEqual([]);
    expect(standings(file)).toEqual({ balance: 'validated', autonomy: 'under-discussion' });
  });

  it('MDM-05: the committee reads version and words: neither another version nor other words are validated', () => {
    const file = drafted().must(ops, 'OpenConsultation', { clauses: ['balance'], bodies: everybodyConsulted });
    answered(file);
    const read = asItStands(file, 'balance');
    for (const other of [
      { ...read, version: 2 },
      { ...read, hash: 'e'.repeat(64) },
    ])
      expect(file.ask(committee, 'ValidateClause', other)).toMatchObject({ refusal: { code: 'text-changed', rule: 'MDM-05' } });
    expect(file.count('CharterClauseValidated')).toBe(0);
    file.must(committee, 'ValidateClause', read);
  });

  it('FOUR-EYES: who wrote a clause does not validate, return or retire it, though it sits on the committee', () => {
    const writer: Actor = { ...field, roles: ['country-team', 'steering-committee'] };
    const file = drafted().must(ops, 'OpenConsultation', { clauses: ['balance'], bodies: everybodyConsulted });
    answered(file);
    const own = { code: 'four-eyes', rule: 'FOUR-EYES' };
    expect(file.ask(writer, 'ValidateClause', asItStands(file, 'balance'))).toMatchObject({ refusal: own });
    expect(file.ask(writer, 'ReturnClause', { clause: 'balance', reason: 'x' })).toMatchObject({ refusal: own });
    expect(file.ask(writer, 'RetireClause', { clause: 'balance', reason: 'x' })).toMatchObject({ refusal: own });
    expect(standings(file)['balance']).toBe('proposed');
    file.must(writer, 'RetireClause', { clause: 'autonomy', reason: 'Redite.' });
  });

  it('MDM-75: nobody objects from outside the group, nor to a clause that is not there', () => {
    const file = drafted();
    expect(file.ask(ops, 'ObjectToClause', { clause: 'balance', reason: 'x' })).toMatchObject({
      refusal: { code: 'not-in-quality-group', rule: 'MDM-75' },
    });
    expect(file.ask(field, 'ObjectToClause', { clause: 'unknown', reason: 'x' })).toMatchObject({ refusal: { code: 'no-such-clause' } });
    expect(file.count('CharterClauseObjected')).toBe(0);
  });
});

describe('who works on it', () => {
  it('MDM-03: one member of headquarters does not make a group of headquarters; its members are counted', () => {
    const file = drafted().must(ops, 'JoinQualityGroup', { person: 'person-hq', unit: 'Siège', place: 'headquarters' });
    expect(file.state.groupActive).toBe(false);
    expect(file.ask(ops, 'ActivateQualityGroup', {})).toMatchObject({ outcome: 'accepted', warnings: [] });
    expect(file.last('QualityGroupActivated')).toEqual({ members: 3, headquartersOnly: false });
    expect(file.state.groupActive).toBe(true);
  });

  it('MDM-01: in a palaver the house speaks as owner, everybody else as other', () => {
    const file = drafted().must(field, 'PostPalaverMessage', { object: 'balance', message: 'Parlons-en.' });
    expect(file.last('PalaverMessagePosted')).toMatchObject({ party: 'owner' });
    file.must(partner, 'PostPalaverMessage', { object: 'balance', message: 'Volontiers.' });
    expect(file.last('PalaverMessagePosted')).toMatchObject({ party: 'other' });
  });

  it('MDM-78: each sheet is asked for once and written by itself: the one that is written leaves the other waiting', () => {
    const file = drafted()
      .must(partner, 'RequestGuidanceSheet', { task: 'share-draft' })
      .must(sister, 'RequestGuidanceSheet', { task: 'sign-off' })
      .must(ops, 'RequestGuidanceSheet', { task: 'share-draft' });
    const waiting = () => file.state.tasks.filter(({ kind }) => kind === 'write-guidance-sheet').map(({ about }) => about);
    expect(waiting()).toEqual(['share-draft', 'sign-off']);
    file.must(field, 'WriteGuidanceSheet', { task: 'share-draft', text: saidTwice('Une page.') });
    expect(waiting()).toEqual(['sign-off']);
    expect(file.state.sheets).toEqual({ 'share-draft': 1 });
  });

  it('MDM-80: a course is reminded of on its day; a course of before does not take back the one that was held since', () => {
    const file = drafted({ ...silentSettings, trainingEvery: { months: 12 } }).advanceTo('2028-01-03');
    expect(file.count('ReminderDue')).toBe(0);
    file.advanceTo('2028-01-05');
    expect(file.last('ReminderDue')).toMatchObject({ about: 'hold-training' });
    expect(file.waiting().filter(kind => kind === 'hold-training')).toHaveLength(1);
    const course = { course: 'Partenariats', people: ['person-a'], organisations: ['org-riviere'], partnersIncluded: true };
    file.must(ops, 'RecordTraining', { ...course, on: '2028-01-04' }).must(ops, 'RecordTraining', { ...course, on: '2027-02-01' });
    expect(file.state.trainedAt).toBe('2028-01-04T00:00:00.000Z');
    expect(file.waiting()).not.toContain('hold-training');
  });

  it('MDM-06: two commitments are consented to one by one, a member named twice is one, and unanimity is started without a warning', () => {
    const direction = actorOf('org-horizon', 'person-direction', 'signatory-authority');
    const file = drafted()
      .must(ops, 'RegisterExternalCommitment', { commitment: 'one', title: 'Un', members: ['org-sister', 'org-sister', 'org-riviere'] })
      .must(ops, 'RegisterExternalCommitment', { commitment: 'two', title: 'Deux', members: ['org-sister'] })
      .must(sister, 'ConsentToCommitment', { commitment: 'two' });
    expect(file.state.commitments).toEqual([
      { commitment: 'one', members: ['org-sister', 'org-riviere'], consented: [] },
      { commitment: 'two', members: ['org-sister'], consented: ['org-sister'] },
    ]);
    expect(file.ask(partner, 'ConsentToCommitment', { commitment: 'two' })).toMatchObject({
      refusal: { code: 'not-a-member', rule: 'MDM-06' },
    });
    expect(file.ask(direction, 'StartCommitmentSigning', { commitment: 'two' })).toMatchObject({ outcome: 'accepted', warnings: [] });
    expect(file.last('ExternalCommitmentSigningStarted')).toMatchObject({ commitment: 'two', consented: 1, members: 1, missing: [] });
    expect(file.ask(direction, 'StartCommitmentSigning', { commitment: 'one' })).toMatchObject({
      warnings: [{ code: 'not-unanimous', rule: 'MDM-06', reason: { en: expect.stringContaining('org-riviere') } }],
    });
  });
});

describe('an edition of several clauses', () => {
  it('MDM-02: a part is written where one living clause is of it, whatever the others are, and empty where that one was retired', () => {
    const file = drafted().must(field, 'ProposeClause', clause('path', 'lines'));
    const parts = { ...nothingStated, values: 'written', lines: 'written' } as const;
    file.must(committee, 'RetireClause', { clause: 'path', reason: 'Pas encore.' });
    expect(file.ask(ops, 'LoadCharter', { ...first, parts })).toMatchObject({
      refusal: { code: 'part-empty', rule: 'MDM-02', reason: { en: expect.stringContaining('lines') } },
    });
    expect(file.state.inForce).toBeNull();
    file.must(sister, 'ProposeClause', clause('path', 'lines', 'path, again')).must(ops, 'LoadCharter', { ...first, parts });
    expect(Object.keys(file.state.inForce?.clauses ?? {})).toEqual(['balance', 'autonomy', 'path']);
  });

  it('MDM-77: the difference tells what was added, changed and retired, in the order of names, and leaves out what stayed', () => {
    const file = readyToPublish(drafted().must(field, 'ProposeClause', clause('respect')));
    const was = { autonomy: asItStands(file, 'autonomy').hash, balance: asItStands(file, 'balance').hash };
    file
      .must(sister, 'ProposeClause', clause('balance', 'values', 'balance, revised'))
      .must(field, 'ProposeClause', clause('audacity'))
      .must(committee, 'RetireClause', { clause: 'autonomy', reason: 'Redite.' })
      .must(ops, 'PublishRevision', second);
    expect(file.last('CharterRevised')['difference']).toEqual([
      { clause: 'audacity', change: 'added', was: null, is: asItStands(file, 'audacity').hash },
      { clause: 'autonomy', change: 'retired', was: was.autonomy, is: null },
      { clause: 'balance', change: 'changed', was: was.balance, is: asItStands(file, 'balance').hash },
    ]);
    expect(file.state.inForce).toMatchObject({ edition: 2, contentHash: second.contentHash });
    expect(Object.keys(file.state.inForce?.clauses ?? {})).toEqual(['respect', 'balance', 'audacity']);
  });

  it('MDM-76: a revision whose every living clause is validated is published without a warning', () => {
    const file = readyToPublish(drafted())
      .must(committee, 'RetireClause', { clause: 'autonomy', reason: 'Redite.' })
      .must(ops, 'OpenConsultation', { clauses: ['balance'], bodies: everybodyConsulted });
    answered(file).must(committee, 'ValidateClause', asItStands(file, 'balance'));
    expect(file.ask(ops, 'PublishRevision', second)).toMatchObject({ outcome: 'accepted', warnings: [] });
    expect(file.last('CharterRevised')).toMatchObject({ unvalidated: [] });
  });

  it('ALE-26: one step of a revision waits at a time, and a step out of turn names the one that is waited for', () => {
    const file = drafted().must(ops, 'LoadCharter', first);
    const waits = () => file.waiting().filter(kind => kind.startsWith('revision-'));
    const stepTold = () => file.ask(ops, 'PrepareTools', { tools: ['Fiche'] });
    expect(waits()).toEqual([]);
    const none = stepTold();
    expect(none).toMatchObject({ refusal: { code: 'revision-step', rule: 'ALE-26' } });
    file.must(ops, 'OpenRevision', { reason: 'Cinq ans après.' });
    expect(waits()).toEqual(['revision-listening']);
    const open = stepTold();
    expect(open).toMatchObject({ refusal: { code: 'revision-step', reason: { en: expect.stringContaining('listening') } } });
    expect(none.outcome === 'refused' && none.refusal.reason.en).not.toContain('listening.');
    expect(file.ask(ops, 'CloseListening', { sources: [], summary: 'x' })).toMatchObject({ refusal: { rule: 'ALE-26' } });
    file.must(ops, 'CloseListening', { sources: ['Enquête'], summary: 'Dit.' });
    expect(waits()).toEqual(['revision-position']);
    file.must(ops, 'StatePosition', { position: 'La nôtre.' });
    expect(waits()).toEqual(['revision-tools']);
    expect(file.count('CharterToolsPrepared')).toBe(0);
  });

  it('MDM-77: from its loading on, events are told under the edition in force; before, under none', () => {
    const file = drafted().must(ops, 'LoadCharter', first).must(field, 'ProposeClause', clause('respect'));
    const under = (type: string) => {
      const attributes = file.events.findLast(event => event.attributes.type === type)?.attributes;
      return [attributes?.charter, attributes?.charterhash];
    };
    expect(under('CharterDrafted')).toEqual(['none', '0'.repeat(64)]);
    expect(under('CharterClauseProposed')).toEqual(['horizon', first.contentHash]);
  });
});

describe('each refusal names the rule that it comes from', () => {
  const told = (answer: ReturnType<File['ask']>): string =>
    answer.outcome === 'refused' ? `${answer.refusal.code} ${answer.refusal.rule}` : answer.outcome;
  const validate = { verdict: 'validate', text: null } as const;

  it('MDM-76: who may answer a consultation, how often, and in words', () => {
    const file = drafted();
    expect(told(file.ask(committee, 'ValidateClause', asItStands(file, 'balance')))).toBe('not-consulted-yet MDM-76');
    file.must(ops, 'OpenConsultation', { clauses: ['balance'], bodies: everybodyConsulted });
    expect(told(file.ask(partner, 'AnswerConsultation', { body: 'strangers', ...validate }))).toBe('not-consulted MDM-76');
    expect(told(file.ask(partner, 'AnswerConsultation', { body: 'partners', verdict: 'object', text: null }))).toBe(
      'reason-missing MDM-76',
    );
    file.must(partner, 'AnswerConsultation', { body: 'partners', ...validate });
    expect(told(file.ask(sister, 'AnswerConsultation', { body: 'partners', ...validate }))).toBe('answered-already MDM-76');
    file.advanceTo('2027-04-01');
    expect(file.ask(committee, 'ValidateClause', asItStands(file, 'balance'))).toMatchObject({
      warnings: [{ code: 'bodies-silent', rule: 'MDM-76', reason: { en: expect.stringContaining('field-teams, board') } }],
    });
  });

  it('MDM-76: who answers for a body that is not its own is told which way round it is', () => {
    const file = drafted().must(ops, 'OpenConsultation', { clauses: ['balance'], bodies: everybodyConsulted });
    expect(file.ask(ops, 'AnswerConsultation', { body: 'partners', ...validate })).toMatchObject({
      refusal: { code: 'not-of-this-body', reason: { en: expect.stringContaining('nobody of the house') } },
    });
    expect(file.ask(partner, 'AnswerConsultation', { body: 'board', ...validate })).toMatchObject({
      refusal: { code: 'not-of-this-body', reason: { en: expect.stringContaining('another organisation') } },
    });
    expect(file.count('CharterConsultationAnswered')).toBe(0);
  });

  it('MDM-03, MDM-77: a group without members, a charter loaded twice, a revision that changes nothing, one before any edition', () => {
    const empty = new StreamRehearsal('charter', 'horizon').must(ops, 'DraftCharter', {
      code: 'horizon',
      title: 'Charte',
      scope: { entities: ['org-horizon'], places: ['France'] },
      supersedes: null,
      horizonYears: null,
      ...asRehearsal,
    });
    expect(told(empty.ask(ops, 'ActivateQualityGroup', {}))).toBe('group-empty MDM-03');
    const file = readyToPublish(drafted());
    expect(told(file.ask(ops, 'LoadCharter', first))).toBe('loaded-already MDM-77');
    expect(told(file.ask(ops, 'PublishRevision', second))).toBe('nothing-changed MDM-77');
    expect([file.count('CharterLoaded'), file.count('CharterRevised'), empty.count('QualityGroupActivated')]).toEqual([1, 0, 0]);
  });
});
