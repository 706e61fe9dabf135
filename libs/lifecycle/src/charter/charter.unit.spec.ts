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

const clause = { clause: 'balance', part: 'values', text: saidTwice('Balance'), source: 'MDM-23' } as const;
const six = { ...nothingStated, values: 'written' } as const;
const contentHash = 'c'.repeat(64);

/** A charter with a quality group of field and sister association. */
const drafted = (settings = silentSettings) =>
  new StreamRehearsal('charter', 'horizon', settings)
    .must(ops, 'DraftCharter', {
      code: 'horizon',
      title: 'Charte des partenariats',
      scope: { entities: ['org-horizon'], places: ['international'] },
      supersedes: null,
      horizonYears: 5,
      ...asRehearsal,
    })
    .must(ops, 'JoinQualityGroup', { person: 'person-field', unit: 'Mission', place: 'field' })
    .must(ops, 'JoinQualityGroup', { person: 'person-sister', unit: 'Association sœur', place: 'sister-association' });

type File = ReturnType<typeof drafted>;

const consulted = (file: File) => file.must(ops, 'OpenConsultation', { clauses: ['balance'], bodies: everybodyConsulted });

const answeredByAll = (file: File) => {
  const validate = { verdict: 'validate', text: null } as const;
  return file
    .must(field, 'AnswerConsultation', { body: 'field-teams', ...validate })
    .must(partner, 'AnswerConsultation', { body: 'partners', ...validate })
    .must(ops, 'AnswerConsultation', { body: 'board', ...validate });
};

const asItStands = (file: File, id = 'balance') => {
  const found = file.state.clauses.find(one => one.clause === id);
  return { clause: id, version: found?.version ?? 0, hash: found?.hash ?? '' };
};

const validated = () => {
  const file = answeredByAll(consulted(drafted().must(field, 'ProposeClause', clause)));
  return file.must(committee, 'ValidateClause', asItStands(file));
};

const inForce = () => validated().must(ops, 'LoadCharter', { contentHash, parts: six });

describe('its code', () => {
  it.each(['horizon/edition', 'h'.repeat(101)])('is a segment of routes and envelopes: nothing begins under %s', code => {
    const fresh = new StreamRehearsal('charter', 'horizon');
    const asked = { code, title: 'Charte', scope: { entities: ['org-horizon'], places: ['France'] }, supersedes: null, horizonYears: 5 };
    expect(fresh.ask(ops, 'DraftCharter', { ...asked, ...asRehearsal })).toMatchObject({
      refusal: { code: 'malformed-command', reason: { en: expect.stringContaining('data.code') } },
    });
    expect(fresh.events).toEqual([]);
    fresh.must(ops, 'DraftCharter', { ...asked, code: 'h'.repeat(100), ...asRehearsal });
  });
});

describe('the quality group', () => {
  it('MDM-03: members arrive with their unit; with headquarters alone it begins under a warning', () => {
    const fresh = new StreamRehearsal('charter', 'alone').must(ops, 'DraftCharter', {
      code: 'alone',
      title: 'Charte',
      scope: { entities: ['org-horizon'], places: ['France'] },
      supersedes: null,
      horizonYears: null,
      ...asRehearsal,
    });
    expect(fresh.ask(ops, 'ActivateQualityGroup', {})).toMatchObject({ refusal: { code: 'group-empty' } });
    fresh.must(ops, 'JoinQualityGroup', { person: 'person-hq', unit: 'Siège', place: 'headquarters' });
    expect(fresh.ask(ops, 'ActivateQualityGroup', {})).toMatchObject({ warnings: [{ code: 'headquarters-only', rule: 'MDM-03' }] });
    expect(drafted().ask(ops, 'ActivateQualityGroup', {})).toMatchObject({ outcome: 'accepted', warnings: [] });
  });

  it('MDM-75: any member proposes and edits, whatever the function; nobody else does', () => {
    const file = drafted().must(field, 'ProposeClause', clause);
    file.must(sister, 'ProposeClause', { ...clause, text: saidTwice('Balance, said better') });
    expect(file.state.clauses).toMatchObject([{ version: 2, proposedBy: 'person-sister' }]);
    expect(file.ask(ops, 'ProposeClause', clause)).toMatchObject({ refusal: { code: 'not-in-quality-group', rule: 'MDM-75' } });
    expect(file.count('CharterClauseProposed')).toBe(2);
  });

  it('MDM-75: a proposal is adopted after ten days without objection, and not with one', () => {
    const file = drafted().must(field, 'ProposeClause', clause).advanceTo('2027-01-13');
    expect(file.count('CharterClauseAdopted')).toBe(0);
    file.advanceTo('2027-01-15');
    expect(file.state.clauses[0]?.standing).toBe('adopted');
    file
      .must(sister, 'ProposeClause', { ...clause, clause: 'autonomy' })
      .must(field, 'ObjectToClause', { clause: 'autonomy', reason: 'Trop court.' });
    file.advanceTo('2027-03-01');
    expect(file.count('CharterClauseAdopted')).toBe(1);
    expect(file.state.clauses.find(one => one.clause === 'autonomy')?.standing).toBe('proposed');
  });
});

describe('consultation', () => {
  it('MDM-76: partners and field teams cannot be left off the list', () => {
    const file = drafted().must(field, 'ProposeClause', clause);
    expect(file.ask(ops, 'OpenConsultation', { clauses: ['balance'], bodies: ['board', 'partners'] })).toMatchObject({
      refusal: { code: 'bodies-left-out', rule: 'MDM-76', reason: { en: expect.stringContaining('field-teams') } },
    });
    expect(file.count('CharterConsultationOpened')).toBe(0);
  });

  it('MDM-76: each body answers once; improving and objecting take words; the last answer ends it and opens the committee’s task', () => {
    const file = consulted(drafted().must(field, 'ProposeClause', clause));
    expect(file.waiting().filter(kind => kind === 'answer-consultation')).toHaveLength(3);
    expect(file.ask(partner, 'AnswerConsultation', { body: 'partners', verdict: 'improve', text: null })).toMatchObject({
      refusal: { code: 'reason-missing' },
    });
    expect(file.ask(partner, 'AnswerConsultation', { body: 'strangers', verdict: 'validate', text: null })).toMatchObject({
      refusal: { code: 'not-consulted' },
    });
    file.must(partner, 'AnswerConsultation', { body: 'partners', verdict: 'improve', text: 'Dire « réciprocité ».' });
    expect(file.ask(partner, 'AnswerConsultation', { body: 'partners', verdict: 'validate', text: null })).toMatchObject({
      refusal: { code: 'answered-already' },
    });
    expect(file.waiting()).not.toContain('validate-clause');
    file.must(field, 'AnswerConsultation', { body: 'field-teams', verdict: 'validate', text: null });
    file.must(ops, 'AnswerConsultation', { body: 'board', verdict: 'validate', text: null });
    expect(file.last('CharterConsultationClosed')).toMatchObject({ silent: [], deadline: null });
    expect(file.waiting()).toContain('validate-clause');
  });

  it('MDM-76: partners answer themselves, the other bodies are of the house, and nobody answers for a second body', () => {
    const file = consulted(drafted().must(field, 'ProposeClause', clause));
    const validate = { verdict: 'validate', text: null } as const;
    const refused = (who: Actor, body: string, code: string) =>
      expect(file.ask(who, 'AnswerConsultation', { body, ...validate })).toMatchObject({ refusal: { code, rule: 'MDM-76' } });
    refused(ops, 'partners', 'not-of-this-body');
    refused(partner, 'field-teams', 'not-of-this-body');
    file.must(field, 'AnswerConsultation', { body: 'field-teams', ...validate });
    refused(field, 'board', 'answered-for-another');
    expect(file.count('CharterConsultationAnswered')).toBe(1);
    expect(file.count('CharterConsultationClosed')).toBe(0);
    expect(file.state.consultation).toMatchObject({ answered: ['field-teams'] });
    expect(file.replayed()).toEqual(file.state);
  });

  it('MDM-76: silence is told as silence when the delay has passed, shown to the committee, and never counted as agreement', () => {
    const file = consulted(drafted().must(field, 'ProposeClause', clause));
    file.must(partner, 'AnswerConsultation', { body: 'partners', verdict: 'validate', text: null }).advanceTo('2027-02-02');
    expect(file.count('CharterConsultationClosed')).toBe(0);
    file.advanceTo('2027-02-05');
    expect(file.last('CharterConsultationClosed')).toMatchObject({ answered: ['partners'], silent: ['field-teams', 'board'] });
    expect(file.count('CharterConsultationAnswered')).toBe(1);
    const answer = file.ask(committee, 'ValidateClause', asItStands(file));
    expect(answer).toMatchObject({ outcome: 'accepted', warnings: [{ code: 'bodies-silent' }] });
    expect(file.last('CharterClauseValidated')).toMatchObject({ silent: ['field-teams', 'board'] });
  });

  it('MDM-01: a clause has its palaver, open to partners', () => {
    const file = drafted()
      .must(field, 'ProposeClause', clause)
      .must(partner, 'PostPalaverMessage', { object: 'balance', message: 'Parlons-en.' });
    expect(file.last('PalaverMessagePosted')).toMatchObject({ object: 'balance', party: 'other' });
  });
});

describe('validation, clause by clause', () => {
  it('MDM-05: only a recorded decision of the committee validates, on the version that it read, after the consultation', () => {
    const file = drafted().must(field, 'ProposeClause', clause);
    expect(file.ask(ops, 'ValidateClause', asItStands(file))).toMatchObject({ refusal: { code: 'not-permitted' } });
    expect(file.ask(committee, 'ValidateClause', asItStands(file))).toMatchObject({ refusal: { code: 'not-consulted-yet' } });
    answeredByAll(consulted(file));
    const read = asItStands(file);
    file.must(sister, 'ProposeClause', { ...clause, text: saidTwice('Changed meanwhile') });
    expect(file.ask(committee, 'ValidateClause', read)).toMatchObject({ refusal: { code: 'text-changed' } });
    expect(file.ask(committee, 'ValidateClause', asItStands(file))).toMatchObject({ refusal: { code: 'not-consulted-yet' } });
    expect(file.count('CharterClauseValidated')).toBe(0);
  });

  it('MDM-05: a clause returns to discussion or is retired with a reason, and a date may still have to be confirmed', () => {
    const file = validated().must(committee, 'ReturnClause', { clause: 'balance', reason: 'À reprendre.' });
    expect(file.state.clauses[0]?.standing).toBe('under-discussion');
    file.must(committee, 'RetireClause', { clause: 'balance', reason: 'Remplacée.' });
    expect(file.ask(committee, 'ReturnClause', { clause: 'balance', reason: 'x' })).toMatchObject({ refusal: { code: 'no-such-clause' } });
    file.must(ops, 'SetValidationDate', { on: null, confirmed: false });
    expect(file.state.validationOn).toEqual({ on: null, confirmed: false });
  });
});

describe('an edition', () => {
  it('MDM-02: loads with its six parts, each written or declared not stated; an absent part is named', () => {
    const file = validated();
    const { values: _values, ...five } = six;
    expect(file.ask(ops, 'LoadCharter', { contentHash, parts: five })).toMatchObject({
      refusal: { code: 'part-absent', rule: 'MDM-02', reason: { en: expect.stringContaining('values') } },
    });
    expect(file.ask(ops, 'LoadCharter', { contentHash, parts: { ...six, lines: 'written' } })).toMatchObject({
      refusal: { code: 'part-empty' },
    });
    expect(file.count('CharterLoaded')).toBe(0);
    file.must(ops, 'LoadCharter', { contentHash, parts: six });
    expect(file.last('CharterLoaded')).toMatchObject({ edition: 1, contentHash, clauses: [{ clause: 'balance', standing: 'validated' }] });
  });

  it('MDM-04, MDM-05: carries its scope, and tells of a clause that is applied without being validated', () => {
    const file = drafted().must(field, 'ProposeClause', clause).must(ops, 'LoadCharter', { contentHash, parts: six });
    expect(file.last('CharterLoaded')).toMatchObject({ scope: { entities: ['org-horizon'] }, clauses: [{ standing: 'proposed' }] });
  });

  it('ALE-26: a revision listens, takes position, prepares tools, then publishes; nothing is published before the listening named its sources', () => {
    const file = inForce().must(ops, 'OpenRevision', { reason: 'Cinq ans après.' });
    file.must(sister, 'ProposeClause', { ...clause, text: saidTwice('Balance, revised') });
    const publish = { contentHash: 'd'.repeat(64) };
    expect(file.ask(ops, 'PublishRevision', publish)).toMatchObject({ refusal: { code: 'revision-step', rule: 'ALE-26' } });
    expect(file.ask(ops, 'CloseListening', { sources: [], summary: 'x' })).toMatchObject({ refusal: { code: 'sources-missing' } });
    file.must(ops, 'CloseListening', { sources: ['Enquête 2027', 'Trente conversations'], summary: 'Ce qui a été dit.' });
    expect(file.ask(ops, 'PublishRevision', publish)).toMatchObject({ refusal: { code: 'revision-step' } });
    file.must(ops, 'StatePosition', { position: 'La nôtre.' }).must(ops, 'PrepareTools', { tools: ['Fiche'] });
    expect(file.count('CharterRevised')).toBe(0);
    expect(file.waiting()).toContain('revision-publication');
    file.must(ops, 'PublishRevision', publish);
    expect(file.state.revision).toBeNull();
  });

  it('MDM-77: stores the difference to the edition before, computed from the clauses, and names what it supersedes', () => {
    const file = inForce().must(ops, 'OpenRevision', { reason: 'x' });
    const was = asItStands(file).hash;
    file.must(ops, 'CloseListening', { sources: ['s'], summary: 'x' }).must(ops, 'StatePosition', { position: 'x' });
    file.must(ops, 'PrepareTools', { tools: ['x'] });
    expect(file.ask(ops, 'PublishRevision', { contentHash })).toMatchObject({ refusal: { code: 'nothing-changed' } });
    file
      .must(sister, 'ProposeClause', { ...clause, text: saidTwice('Changed') })
      .must(field, 'ProposeClause', { ...clause, clause: 'autonomy' });
    expect(file.ask(ops, 'PublishRevision', { contentHash: 'd'.repeat(64) })).toMatchObject({
      outcome: 'accepted',
      warnings: [{ code: 'clauses-not-validated', rule: 'MDM-76' }],
    });
    expect(file.last('CharterRevised')['unvalidated']).toEqual(expect.arrayContaining(['autonomy', 'balance']));
    expect(file.last('CharterRevised')).toMatchObject({
      edition: 2,
      supersedesHash: contentHash,
      difference: [
        { clause: 'autonomy', change: 'added', was: null },
        { clause: 'balance', change: 'changed', was, is: asItStands(file).hash },
      ],
    });
    expect(file.events.at(-1)?.attributes).toMatchObject({ stream: 'charter/horizon' });
    expect(file.ask(ops, 'LoadCharter', { contentHash, parts: six })).toMatchObject({ refusal: { code: 'loaded-already' } });
  });
});

describe('beside the clauses', () => {
  it('MDM-06: members consent one by one; signing starts without unanimity and names who is missing', () => {
    const file = drafted().must(ops, 'RegisterExternalCommitment', {
      commitment: 'grand-accord',
      title: 'Engagement',
      members: ['org-sister', 'org-riviere', 'org-other'],
    });
    file
      .must(sister, 'ConsentToCommitment', { commitment: 'grand-accord' })
      .must(partner, 'ConsentToCommitment', { commitment: 'grand-accord' });
    expect(file.ask(partner, 'ConsentToCommitment', { commitment: 'grand-accord' })).toMatchObject({ refusal: { code: 'not-a-member' } });
    const signatory = actorOf('org-horizon', 'person-direction', 'signatory-authority');
    expect(file.ask(signatory, 'StartCommitmentSigning', { commitment: 'grand-accord' })).toMatchObject({
      outcome: 'accepted',
      warnings: [{ code: 'not-unanimous' }],
    });
    expect(file.last('ExternalCommitmentSigningStarted')).toMatchObject({ consented: 2, members: 3, missing: ['org-other'] });
  });

  it('MDM-78: a missing guidance sheet is asked for by anybody, written and edited by the group', () => {
    const file = drafted().must(partner, 'RequestGuidanceSheet', { task: 'answer-consultation' });
    expect(file.waiting()).toContain('write-guidance-sheet');
    expect(file.ask(partner, 'WriteGuidanceSheet', { task: 'answer-consultation', text: saidTwice('x') })).toMatchObject({
      refusal: { code: 'not-in-quality-group' },
    });
    file.must(field, 'WriteGuidanceSheet', { task: 'answer-consultation', text: saidTwice('Une page.') });
    file.must(sister, 'WriteGuidanceSheet', { task: 'answer-consultation', text: saidTwice('Une page, mieux.') });
    expect(file.last('GuidanceSheetWritten')).toMatchObject({ version: 2 });
    expect(file.waiting()).not.toContain('write-guidance-sheet');
  });

  it('MDM-80: a course is recorded with its day, its people and organisations, partners included or not', () => {
    const course = {
      course: 'Partenariats',
      on: '2027-01-04',
      people: ['person-a'],
      organisations: ['org-riviere'],
      partnersIncluded: true,
    };
    const file = drafted().must(ops, 'RecordTraining', course);
    expect(file.last('TrainingRecorded')).toMatchObject(course);
  });

  it('MDM-80: a course is due at the rhythm of the charter, from its beginning and from each course; where it sets none, never', () => {
    const due = (months: number, until: string): readonly string[] => {
      const file = drafted({ ...silentSettings, trainingEvery: { months } });
      file.advanceTo(until);
      return file.waiting().filter(kind => kind === 'hold-training');
    };
    expect([due(12, '2027-12-01'), due(12, '2028-02-01'), due(6, '2027-08-01'), due(0, '2031-01-01')]).toEqual([
      [],
      ['hold-training'],
      ['hold-training'],
      [],
    ]);
    const file = drafted({ ...silentSettings, trainingEvery: { months: 12 } });
    file.advanceTo('2028-02-01');
    const course = { course: 'Partenariats', people: ['person-a'], organisations: ['org-riviere'], partnersIncluded: true };
    file.must(ops, 'RecordTraining', { ...course, on: '2028-01-31' });
    expect(file.waiting()).not.toContain('hold-training');
    file.advanceTo('2029-02-01');
    expect(file.waiting()).toContain('hold-training');
  });

  it('folds to the same state from its events alone', () => {
    const file = inForce();
    expect(file.replayed()).toEqual(file.state);
  });
});

describe('each step once, and in its turn', () => {
  type Told = { readonly code: string; readonly rule: string };

  /** The answer is this refusal, and the state of the charter is what it was. */
  const refused = (file: File, ask: () => ReturnType<File['ask']>, told: Told): void => {
    const before = file.state;
    expect(ask()).toMatchObject({ outcome: 'refused', refusal: told });
    expect({ ...file.state, head: before.head }).toEqual(before);
  };

  it('MDM-03: a member joins the quality group once', () => {
    const file = drafted();
    refused(file, () => file.ask(ops, 'JoinQualityGroup', { person: 'person-field', unit: 'Siège', place: 'headquarters' }), {
      code: 'already-member',
      rule: 'MDM-03',
    });
  });

  it('MDM-76: nobody answers where nobody was asked; one consultation runs at a time', () => {
    const file = drafted().must(field, 'ProposeClause', clause);
    const answer = { body: 'field-teams', verdict: 'validate', text: null } as const;
    refused(file, () => file.ask(field, 'AnswerConsultation', answer), { code: 'no-consultation', rule: 'MDM-76' });
    refused(file, () => file.ask(ops, 'OpenConsultation', { clauses: ['unknown'], bodies: everybodyConsulted }), {
      code: 'no-such-clause',
      rule: 'MDM-05',
    });
    consulted(file);
    refused(file, () => file.ask(ops, 'OpenConsultation', { clauses: ['balance'], bodies: everybodyConsulted }), {
      code: 'consultation-open',
      rule: 'MDM-76',
    });
  });

  it('MDM-05, MDM-75: a validated clause is not validated again, and no objection to it is raised any more', () => {
    const file = validated();
    refused(file, () => file.ask(committee, 'ValidateClause', asItStands(file)), { code: 'validated-already', rule: 'MDM-05' });
    refused(file, () => file.ask(field, 'ObjectToClause', { clause: 'balance', reason: 'Trop tard.' }), {
      code: 'nothing-to-object',
      rule: 'MDM-75',
    });
    expect(file.count('CharterClauseValidated')).toBe(1);
  });

  it('MDM-77: a revision begins from an edition in force, and one at a time', () => {
    const file = validated();
    const asked = { reason: 'Cinq ans ont passé.' };
    refused(file, () => file.ask(ops, 'OpenRevision', asked), { code: 'nothing-in-force', rule: 'MDM-77' });
    file.must(ops, 'LoadCharter', { contentHash, parts: six }).must(ops, 'OpenRevision', asked);
    refused(file, () => file.ask(ops, 'OpenRevision', asked), { code: 'revision-open', rule: 'MDM-77' });
    expect(file.count('CharterRevisionOpened')).toBe(1);
  });

  it('MDM-06: an external commitment is registered once, and nobody consents to or signs what is not registered', () => {
    const file = drafted();
    const commitment = 'commitment-1';
    const unknown = { code: 'no-such-commitment', rule: 'MDM-06' };
    refused(file, () => file.ask(sister, 'ConsentToCommitment', { commitment }), unknown);
    refused(
      file,
      () => file.ask(actorOf('org-horizon', 'person-head', 'signatory-authority'), 'StartCommitmentSigning', { commitment }),
      unknown,
    );
    const asked = { commitment, title: 'Un engagement', members: ['org-horizon', 'org-sister'] };
    file.must(ops, 'RegisterExternalCommitment', asked);
    refused(file, () => file.ask(ops, 'RegisterExternalCommitment', asked), { code: 'commitment-known', rule: 'MDM-06' });
    expect(file.count('ExternalCommitmentRegistered')).toBe(1);
  });
});
