import type { CommandType, GateId, Phase, TextKind } from '@palabre/contracts';
import type { Rehearsal } from '../rehearsal.js';
import { budgetUnder } from '../sample-bodies.js';
import { closed, continued, renewed, reviewed, transferred } from '../story-endings.js';
import { fileIn } from '../story.js';
import { bySilence } from './by-silence.js';
import { stepOf, type GateTrial } from './gate-trial.js';
import type { Act } from '../scripted.js';

const words = 'Dit ensemble.';

type Usual = 'type' | 'charter' | 'story';

type Row = Omit<GateTrial, 'gate' | 'from' | 'told' | Usual> & Partial<Pick<GateTrial, Usual>>;

const row = (gate: GateId, from: Phase, told: readonly [fr: string, en: string], more: Row): GateTrial => ({
  type: 'OP',
  charter: 'palabre',
  story: file => fileIn(stepOf({ gate, from, by: more.by }).to, file),
  ...more,
  gate,
  from,
  told: { fr: told[0], en: told[1] },
});

const without =
  (type: CommandType, fitting: Readonly<Record<string, unknown>> = {}, who?: Act['who']) =>
  (act: Act): boolean =>
    act.type === type &&
    (who === undefined || act.who === who) &&
    Object.entries(fitting).every(([field, value]) => (act.data as Record<string, unknown>)[field] === value);

const unaccepted = (kind: TextKind) => without('AcceptText', { kind });

const endings = (ending: (file: Rehearsal) => void) => (file: Rehearsal) => ending(fileIn('implementation', file));

const caseOf = (file: Rehearsal, raised: 'RedLineAlleged' | 'OrangeLineRaised'): string => String(file.last(raised)['case']);

function confirmedRedLine(file: Rehearsal): void {
  file.must('officer', 'RaiseLine', { line: 'care_quality', about: 'partner', facts: null });
  const line = caseOf(file, 'RedLineAlleged');
  file
    .must('representative', 'HearParty', { case: line, statement: words })
    .must('committee', 'ConfirmLine', { case: line, reason: words });
}

const redLineIsOver = (file: Rehearsal) =>
  file.must('committee', 'ResumePartnership', { case: caseOf(file, 'RedLineAlleged'), reason: words });

/** After signature a breach suspends; this one freezes the money and leaves the rest standing. */
function frozenTransfers(file: Rehearsal): void {
  file.must('officer', 'RaiseLine', { line: 'fund_diversion', about: 'partner', facts: null });
  const line = caseOf(file, 'RedLineAlleged');
  file
    .must('representative', 'HearParty', { case: line, statement: words })
    .must('committee', 'ConfirmLine', { case: line, reason: words });
}

const transfersReleased = (file: Rehearsal) =>
  file.must('committee', 'ReleaseTransfers', { case: caseOf(file, 'RedLineAlleged'), reason: words });

const mandateUntil = (until: string | null) => (file: Rehearsal) =>
  file.must('representative', 'RecordMandate', {
    person: file.cast.presidency.person,
    role: 'signatory-authority',
    from: '2026-01-01',
    until,
  });

const orangeLine = (file: Rehearsal) =>
  file.must('officer', 'RaiseLine', { line: 'financial_accountability', about: 'partner', facts: null });

function planAgreed(file: Rehearsal): void {
  const line = caseOf(file, 'OrangeLineRaised');
  const steps = [{ owner: 'partner', dueOn: '2027-06-30', text: words }];
  file.must('representative', 'ProposeMitigation', { case: line, steps }).must('officer', 'AcceptMitigation', { case: line });
}

/** A new version of the budget after everything was agreed, in both languages, which the partner has not accepted. */
function newBudget(file: Rehearsal): void {
  file.must('officer', 'ProposeText', { kind: 'budget', body: budgetUnder(file.policy) } as never);
  file.must('representative', 'TranslateText', { ...file.text('budget'), language: 'wo', body: words });
}

const red = ['La ligne rouge « care_quality » est confirmée', 'Red line "care_quality" is confirmed'] as const;
const orange = ['La ligne orange « financial_accountability »', 'Orange line "financial_accountability"'] as const;

/** Every gate at every step that asks it. */
export const gateTrials: readonly GateTrial[] = [
  row('NEED', 'idea', ['L’objectif et la méthode ne sont pas examinés.', 'Objective and method are not assessed.'], {
    leftOut: without('AssessNeed'),
  }),
  row('ADDED-VALUE', 'idea', ['Les partenariats existants ne sont pas vérifiés.', 'Existing partnerships are not checked.'], {
    leftOut: without('CheckExistingPartnerships'),
  }),
  row('MAPPING', 'mapping', ['Les voix absentes ne sont pas reconnues.', 'Missing voices are not acknowledged.'], {
    leftOut: without('RecordNote', { kind: 'MissingVoiceAcknowledged' }),
  }),
  row('INTRODUCED', 'search', ['Aucune présentation', 'No introduction'], { leftOut: without('HoldIntroduction') }),
  row('DILIGENCE', 'due-diligence', ['Aucun constat n’a été enregistré au sujet de « host »', 'No finding about "host"'], {
    leftOut: without('RecordFinding', { about: 'host' }),
  }),
  row('RED', 'due-diligence', red, { trouble: confirmedRedLine, met: redLineIsOver }),
  row('RED', 'validation', red, { trouble: confirmedRedLine, met: redLineIsOver }),
  row('RED', 'after', ['La ligne rouge « fund_diversion » est confirmée', 'Red line "fund_diversion" is confirmed'], {
    story: endings(renewed),
    trouble: frozenTransfers,
    met: transfersReleased,
  }),
  row('ORANGE', 'due-diligence', orange, { trouble: orangeLine, met: planAgreed }),
  row('ORANGE', 'validation', orange, { trouble: orangeLine, met: planAgreed }),
  row('ORANGE', 'after', orange, { story: endings(renewed), trouble: orangeLine, met: planAgreed }),
  row('EXPECTATIONS', 'co-construction', ['Il manque celles de « partner ».', 'Those of "partner" are missing.'], {
    leftOut: without('WriteExpectations', {}, 'representative'),
  }),
  row('VALUES', 'co-construction', ['Le texte des valeurs communes n’est pas convenu.', 'The common values text is not agreed.'], {
    leftOut: unaccepted('values'),
  }),
  row('OBJECTIVES', 'co-construction', ['Les objectifs communs ne sont pas convenus.', 'The common objectives are not agreed.'], {
    leftOut: unaccepted('objectives'),
  }),
  row('ROLES', 'co-construction', ['Le texte des rôles n’est pas convenu.', 'The text on roles is not agreed.'], {
    charter: 'mdm',
    leftOut: unaccepted('roles'),
  }),
  row('BUDGET', 'co-construction', ['La version 1 du budget attend', 'Version 1 of the budget waits'], { leftOut: unaccepted('budget') }),
  row('BUDGET', 'validation', ['La version 2 du budget attend', 'Version 2 of the budget waits'], {
    trouble: newBudget,
    met: file => file.must('representative', 'AcceptText', file.text('budget')),
  }),
  row('CAPACITY', 'co-construction', ['Le plan n’est pas convenu.', 'The plan is not agreed.'], { leftOut: unaccepted('capacity-plan') }),
  row('CAPACITY', 'setting-up', ['Le plan n’est pas convenu.', 'The plan is not agreed.'], { leftOut: unaccepted('capacity-plan') }),
  row('EVALUATION', 'co-construction', ['Les modalités d’évaluation ne sont pas convenues.', 'The evaluation modalities are not agreed.'], {
    leftOut: unaccepted('evaluation'),
  }),
  row('LANGUAGE', 'co-construction', ['« budget » n’existe pas en « wo »', '"budget" does not exist in "wo"'], {
    ...bySilence('budget', 'validation'),
  }),
  row('LANGUAGE', 'validation', ['« agreement » n’existe pas en « wo »', '"agreement" does not exist in "wo"'], {
    ...bySilence('agreement', 'setting-up'),
  }),
  row('CONTENT', 'validation', ['avec le bureau ou le secrétariat de « partner »', 'with the bureau or secretariat of "partner"'], {
    leftOut: without('ShareAgreement', {}, 'representative'),
    met: file => file.advanceTo('2027-02-20'),
  }),
  row('CD', 'validation', ['demandée, pas encore accordée.', 'requested, not granted yet.'], {
    type: 'ST',
    leftOut: without('GrantStrategicValidation'),
  }),
  row('SIGNATORY', 'validation', ['mandat de signature', 'mandate to sign'], {
    leftOut: without('RecordMandate', {}, 'officer'),
    heldAnyway: { rule: 'gate SIGNATORY', code: 'no-mandate' },
  }),
  row('SIGNATORY', 'after', ['mandat de signature', 'mandate to sign'], {
    story: endings(renewed),
    trouble: file => mandateUntil('2027-01-31')(file).advanceTo('2027-02-01'),
    met: mandateUntil(null),
    heldAnyway: { rule: 'gate SIGNATORY', code: 'no-mandate' },
  }),
  row('OFFICER', 'setting-up', ['Personne n’est chargé de ce partenariat.', 'Nobody is in charge of this partnership.'], {
    by: 'EnterPhase',
    leftOut: without('DesignateOfficer'),
  }),
  row('OFFICER', 'setting-up', ['Personne n’est chargé de ce partenariat.', 'Nobody is in charge of this partnership.'], {
    by: 'JoinNetwork',
    type: 'NW',
    leftOut: without('DesignateOfficer'),
  }),
  row('FOLLOW-UP', 'setting-up', ['Aucun comité de suivi n’est constitué.', 'No follow-up committee is constituted.'], {
    leftOut: without('ConstituteCommittee'),
  }),
  row('PRESENCE', 'setting-up', ['Aucune réunion de planification n’a eu lieu.', 'No planning meeting was held.'], {
    charter: 'mdm',
    leftOut: without('HoldPlanningMeeting'),
  }),
  row('REFLECTION', 'annual-review', ['Réponses encore attendues de : partner.', 'Answers still awaited from: partner.'], {
    story: endings(reviewed),
    leftOut: without('AnswerForm', { form: 'annual-review' }, 'representative'),
    heldAnyway: { rule: 'MDM-14', code: 'one-direction-only' },
  }),
  row('READINESS', 'transfer', ['Le repreneur n’a pas accepté', 'The recipient has not accepted'], {
    type: 'TR',
    story: endings(transferred),
    leftOut: without('AcceptReadiness'),
  }),
  row('ACCOUNT', 'after', ['La première autorité de « partner »', 'The first authority of "partner"'], {
    story: endings(continued),
    leftOut: without('DeclareAccountRendered', {}, 'presidency'),
  }),
  row('ACCOUNT', 'closing', ['La première autorité de « partner »', 'The first authority of "partner"'], {
    story: endings(closed),
    leftOut: without('DeclareAccountRendered', {}, 'presidency'),
  }),
  row('CLOSING', 'closing', ['La conversation de clôture n’a pas eu lieu.', 'The closing conversation was not held.'], {
    story: endings(closed),
    leftOut: without('HoldClosingConversation'),
  }),
];
