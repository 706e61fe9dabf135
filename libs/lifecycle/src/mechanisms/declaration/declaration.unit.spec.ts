import { declareAsked, fileIn, policyOfCharter, refusedAlone, Rehearsal, sampleDeclarations, tasksOf } from '@palabre/testing';
import type { CommandAnswer } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { emptyCells, originsSideBySide } from './questions.js';

const words = 'Dit.';

const multi = (): Rehearsal => new Rehearsal(policyOfCharter('pmp', 'MSP'));

const warningsOf = (answer: CommandAnswer): readonly string[] =>
  answer.outcome === 'accepted' ? answer.warnings.map(warning => warning.code) : [];

const { motivation, will, trust } = sampleDeclarations;

/** In due diligence with everything done but the declarations. */
function verified(): Rehearsal {
  const file = fileIn('co-construction', multi());
  const before = fileIn('due-diligence', multi());
  file.state = { ...file.state, phase: 'due-diligence', declarations: before.state.declarations };
  return file;
}

const onwards = (file: Rehearsal): CommandAnswer => file.ask('officer', 'EnterPhase', { phase: 'co-construction', reason: null });

describe('what parties tell of themselves', () => {
  it('PMP-04: each founding party says where the initiative came from, and the answers stand side by side', () => {
    const file = fileIn('due-diligence', multi());
    file.must('officer', 'MakeDeclaration', { ...motivation, origin: 'study' });
    file.must('representative', 'MakeDeclaration', { ...motivation, origin: 'crisis', sector: 'public' });
    file.must('officer', 'MakeDeclaration', { ...motivation, origin: 'economic-interest', sector: 'private' });
    expect(originsSideBySide(file.state)).toEqual([
      { party: 'partner', origin: 'crisis', sector: 'public' },
      { party: 'host', origin: 'economic-interest', sector: 'private' },
    ]);
    expect(file.count('MotivationStated')).toBe(3);
    expect(JSON.stringify(file.state.declarations)).not.toContain(motivation.motivation);
    expect(file.replayed().declarations).toEqual(file.state.declarations);
  });

  it('PMP-10: each founder states its motivation; founders of one sector give a warning and stop nobody', () => {
    const file = verified();
    expect(onwards(file)).toMatchObject({ refusal: { code: 'asked-by-the-charter' } });
    expect(warningsOf(file.ask('officer', 'MakeDeclaration', motivation))).toEqual([]);
    expect(warningsOf(file.ask('representative', 'MakeDeclaration', motivation))).toEqual(['few-sectors']);
    for (const who of ['officer', 'representative'] as const) file.must(who, 'MakeDeclaration', will).must(who, 'MakeDeclaration', trust);
    expect(warningsOf(onwards(file))).toContain('few-sectors');
    expect(file.state.phase).toBe('co-construction');
    expect(warningsOf(file.ask('representative', 'MakeDeclaration', { ...motivation, sector: 'science' }))).toEqual([]);
    const calm = new Rehearsal({ ...file.policy, switches: { ...file.policy.switches, minSectorsWarning: 0 } });
    fileIn('due-diligence', calm).must('officer', 'MakeDeclaration', motivation);
    expect(warningsOf(calm.ask('representative', 'MakeDeclaration', motivation))).toEqual([]);
  });

  it('PMP-57: a declared no to cooperation or compromise is told as it is, and holds the way until it is withdrawn', () => {
    const file = verified();
    declareAsked(file, 'officer', 'representative');
    file.must('representative', 'MakeDeclaration', { ...will, compromises: false });
    const answer = onwards(file);
    expect(answer).toMatchObject({ refusal: { rule: 'PMP-57' } });
    expect(answer.outcome === 'refused' && answer.refusal.reason.en).toContain('"partner" has not declared the will to compromise');
    expect(answer.outcome === 'refused' && answer.refusal.reason.en).not.toContain('"host"');
    file.must('representative', 'MakeDeclaration', will);
    expect(onwards(file).outcome).toBe('accepted');
  });

  it('PMP-55: the grid of expertise names its empty cells, party by party, when work begins; it holds nobody back', () => {
    const file = verified();
    declareAsked(file, 'officer', 'representative');
    const full = { kind: 'expertise', technical: ['Eau'], field: ['Rive'], targetGroup: ['Pêcheuses'], countries: ['SN'] } as const;
    file.must('officer', 'MakeDeclaration', {
      ...full,
      technical: ['Eau'],
      field: ['Rive'],
      targetGroup: ['Pêcheuses'],
      countries: ['SN'],
    });
    file.must('representative', 'MakeDeclaration', {
      kind: 'expertise',
      technical: [],
      field: ['Rive'],
      targetGroup: [],
      countries: ['SN'],
    });
    expect(emptyCells(file.state)).toEqual([{ party: 'partner', cells: ['technical', 'targetGroup'] }]);
    const answer = onwards(file);
    expect(answer).toMatchObject({ outcome: 'accepted', warnings: expect.arrayContaining([expect.objectContaining({ rule: 'PMP-55' })]) });
    expect(JSON.stringify(answer)).toContain('partner (technical, target group)');
  });
});

describe('trust', () => {
  it('PMP-16: whoever is to be admitted first answers if compromise, decision and commitment are possible', () => {
    const file = verified();
    for (const who of ['officer', 'representative'] as const)
      file.must(who, 'MakeDeclaration', motivation).must(who, 'MakeDeclaration', will);
    file.must('officer', 'MakeDeclaration', trust);
    expect(tasksOf(file, 'asked-trust')).toMatchObject([{ party: 'partner' }]);
    expect(onwards(file)).toMatchObject({ refusal: { rule: 'PMP-16' } });
    file.must('representative', 'MakeDeclaration', { ...trust, compromise: 2 });
    expect(file.last('TrustPulseAnswered')).toMatchObject({ party: 'partner', compromise: 2, decide: 4, commit: 4 });
    expect(onwards(file).outcome).toBe('accepted');
  });

  it('PMP-22: the pulse is asked again when the phase changes, of each party', () => {
    const file = fileIn('co-construction', multi());
    expect(tasksOf(file, 'repeat-trust-pulse').map(task => task.party)).toEqual(['host', 'partner']);
    file.must('representative', 'MakeDeclaration', trust);
    expect(tasksOf(file, 'repeat-trust-pulse').map(task => task.party)).toEqual(['host']);
    expect(tasksOf(fileIn('co-construction'), 'repeat-trust-pulse')).toEqual([]);
  });

  it('PMP-22: a fall by the charter’s figure puts trust on the next agenda, until people have met about it', () => {
    const file = fileIn('co-construction', multi());
    file.must('representative', 'MakeDeclaration', { ...trust, decide: 3, commit: 2 });
    expect(file.last('TrustPutOnAgenda')).toEqual({ party: 'partner', fell: ['decide', 'commit'], points: 2 });
    expect(tasksOf(file, 'talk-about-trust').map(task => task.party)).toEqual(['host', 'partner']);
    const attendance = [
      { party: 'host', people: 1 },
      { party: 'partner', people: 1 },
    ];
    const held = { heldOn: '2027-01-04', attendance, inPerson: true, minutes: words, kind: 'formal' } as const;
    file.must('officer', 'HoldMeeting', { ...held, attendance, purpose: 'exchange' });
    expect(tasksOf(file, 'talk-about-trust')).toHaveLength(2);
    file.must('officer', 'HoldMeeting', { ...held, attendance, purpose: 'trust' });
    expect(tasksOf(file, 'talk-about-trust')).toEqual([]);
    file.must('representative', 'MakeDeclaration', { ...trust, decide: 5, commit: 2 });
    expect(file.count('TrustPutOnAgenda')).toBe(1);
  });

  it('PMP-22: how far trust may fall is the charter’s figure, not ours', () => {
    const { figures = {}, ...policy } = policyOfCharter('pmp', 'MSP');
    const file = fileIn('co-construction', new Rehearsal({ ...policy, figures: { ...figures, trust_drop_points: 3 } }));
    file.must('representative', 'MakeDeclaration', { ...trust, commit: 2 });
    expect(file.count('TrustPutOnAgenda')).toBe(0);
    file.must('officer', 'MakeDeclaration', { ...trust, commit: 1 });
    expect(file.count('TrustPutOnAgenda')).toBe(1);
  });
});

describe('cultural notes', () => {
  const notes = {
    kind: 'culture',
    about: 'party',
    language: 'wo',
    restDays: [5],
    avoid: [{ from: '2027-02-10', until: '2027-03-11', name: 'Mois de jeûne' }],
    decisionHabits: words,
  } as const;

  const noted = (): Rehearsal =>
    fileIn('setting-up').must('representative', 'MakeDeclaration', { ...notes, restDays: [5], avoid: [...notes.avoid] });

  const calendarFrom = (file: Rehearsal, firstOn: string): CommandAnswer =>
    file.ask('officer', 'AgreeMeetingCalendar', { every: { months: 1 }, firstOn, resources: null });

  it('PMP-17: whoever plans a meeting is shown the notes, and the days that clash with them', () => {
    const file = noted();
    const version = file.events.findLast(event => event.attributes.type === 'CulturalNotesRecorded')?.attributes.streamversion;
    const clash = calendarFrom(file, '2027-02-19');
    expect(warningsOf(clash)).toEqual(['cultural-clash']);
    expect(JSON.stringify(clash)).toContain('Mois de jeûne (2027-02-10 – 2027-03-11)');
    expect(JSON.stringify(clash)).toContain('2027-02-19 is a day of rest');
    expect(JSON.stringify(clash)).toContain('Le 2027-02-19 est un jour de repos');
    const fits = calendarFrom(file, '2027-03-15');
    expect(warningsOf(fits)).toEqual(['cultural-notes']);
    expect(JSON.stringify(fits)).toContain(`at version ${version} of the history`);
    expect(warningsOf(calendarFrom(fileIn('setting-up'), '2027-02-19'))).toEqual([]);
  });

  it('PMP-17: notes written again replace those of the same party about the same people, and no others', () => {
    const file = noted()
      .must('officer', 'MakeDeclaration', { ...notes, about: 'target-group', restDays: [7], avoid: [] })
      .must('representative', 'MakeDeclaration', { ...notes, about: 'target-group', restDays: [6], avoid: [] })
      .must('representative', 'MakeDeclaration', { ...notes, restDays: [4], avoid: [] });
    expect(file.state.declarations.culture.map(({ party, about, restDays }) => [party, about, ...restDays])).toEqual([
      ['host', 'target-group', 7],
      ['partner', 'target-group', 6],
      ['partner', 'party', 4],
    ]);
  });

  it('PMP-17: a deadline for the people concerned is shown their notes too; a span that ends before it begins is refused', () => {
    const file = noted();
    file.must('officer', 'MakeDeclaration', { ...notes, about: 'target-group', restDays: [], avoid: [...notes.avoid] });
    const promised = { owedBy: 'host', owedTo: 'partner', what: 'Former', dueOn: '2027-02-12', origin: 'resource' } as const;
    expect(warningsOf(file.ask('officer', 'MakeCommitment', promised))).toEqual(['cultural-clash', 'cultural-clash']);
    const backwards = { ...notes, restDays: [], avoid: [{ from: '2027-03-11', until: '2027-02-10', name: 'Jeûne' }] };
    refusedAlone(file, () => file.ask('officer', 'MakeDeclaration', backwards), { code: 'span-backwards' });
  });
});
