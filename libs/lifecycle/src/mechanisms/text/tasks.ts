import type { TextKind } from '@palabre/contracts';
import { after } from '../../calendar/span.js';
import { say } from '../../decision.js';
import { strengthOf } from '../../gates/index.js';
import type { TaskRow } from '../../mechanism.js';
import { figureOf } from '../../practices.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { askOf, type TaskAsk } from '../../tasks/task-state.js';
import { isSwitchedOff, ownTexts } from '../idea/questions.js';
import { applicantOf, hostOf, partyNames } from '../parties/questions.js';
import { whyAwaited } from './equity-questions.js';
import { textNames } from './kinds.js';
import { courtOf, headOf, missingTranslations, translatedKinds, withoutExpectations } from './questions.js';
import type { SharedContent } from './slice.js';

const holders = ['partnership-officer', 'hq-ops', 'partner-representative'] as const;

const none = { grant: null, refuse: null, contest: null } as const;

const isBeingBuilt = ({ phase }: PartnershipState): boolean => ['co-construction', 'validation', 'setting-up'].includes(phase);

const inCoConstruction = (state: PartnershipState): boolean => state.phase === 'co-construction';

/** Texts that the type's row asks to be written and agreed, whatever else the parties add. */
function askedTexts(state: PartnershipState): readonly TextKind[] {
  const { columns } = policyOf(state);
  const asked: readonly TextKind[] = [
    ...(columns.commonValues ? (['values'] as const) : []),
    'objectives',
    'roles',
    ...(state.steps.financialFlows && columns.budgetCoValidation === 'if-money' ? (['budget'] as const) : []),
    ...(columns.capacityPlan === 'none' ? [] : (['capacity-plan'] as const)),
    ...(columns.evaluationBlocks.length === 0 ? [] : (['evaluation'] as const)),
  ];
  return [...asked.filter(kind => !isSwitchedOff(state, kind)), ...ownTexts(state)];
}

/** Texts to be written in the present phase. The vision is drafted early, so that those who may join can say what they think of it. */
function dueTexts(state: PartnershipState): readonly TextKind[] {
  if (state.phase === 'mapping') return ownTexts(state).filter(kind => kind === 'vision');
  if (state.phase === 'validation') return ['agreement'];
  return inCoConstruction(state) ? askedTexts(state) : [];
}

/** Roles and decisions are agreed as early as possible where they come before the budget: a day reminds of them (AGI-20). */
function writtenBy(state: PartnershipState, kind: TextKind): string | null {
  const days = figureOf(state, 'roles_agreed_within_days');
  const early = kind === 'roles' && policyOf(state).switches.rolesBeforeBudget;
  return early && days !== null ? after(state.phaseSince, { days }) : null;
}

/** A contested text is in its proposer's court; a missing one in the host's. */
function toWrite(state: PartnershipState): readonly TaskAsk[] {
  return dueTexts(state).flatMap(kind => {
    const head = headOf(state, kind);
    if (head === undefined) return [askOf(hostOf(state), { key: kind, about: kind, dueAt: writtenBy(state, kind) })];
    return head.status === 'contested'
      ? courtOf(state, kind).map(party => askOf(party, { key: `${kind}/${head.version}`, about: kind }))
      : [];
  });
}

/** Every party that has not answered a proposed version is asked, with the version and hash its answer binds to. */
function toAccept(state: PartnershipState): readonly TaskAsk[] {
  return (Object.keys(state.texts.heads) as TextKind[]).flatMap(kind => {
    const head = headOf(state, kind);
    if (head === undefined || head.status !== 'proposed' || kind === 'final-report') return [];
    const subject = { kind, version: head.version, hash: head.hash };
    return courtOf(state, kind).map(party => askOf(party, { key: kind, subject, askedBy: head.proposedByPerson }));
  });
}

const toTranslate = (state: PartnershipState): readonly TaskAsk[] =>
  policyOf(state).columns.translationGate
    ? translatedKinds.flatMap(kind => {
        const head = headOf(state, kind);
        if (head === undefined) return [];
        const subject = { kind, version: head.version, hash: head.hash };
        return missingTranslations(state, kind).map(language => askOf(head.proposedBy, { key: language, subject }));
      })
    : [];

/** Until the work begins: afterwards a line is opened again with its party, and not by a task that never ends. */
const toExplain = (state: PartnershipState): readonly TaskAsk[] =>
  isBeingBuilt(state) && policyOf(state).columns.capacityPlan !== 'none'
    ? whyAwaited(state).map(({ line, by }) => askOf(by, { key: line, about: line }))
    : [];

/** Whoever may join says what it thinks of the vision before it does (PMP-13). */
function toComment(state: PartnershipState): readonly TaskAsk[] {
  const head = headOf(state, 'vision');
  if (head === undefined || !ownTexts(state).includes('vision')) return [];
  const applicant = applicantOf(state)?.party;
  const prospective = state.phase === 'search' || state.phase === 'due-diligence' ? partyNames(state) : [];
  return [...prospective, ...(applicant === undefined ? [] : [applicant])]
    .filter(party => !head.acceptedBy.includes(party) && !head.contestedBy.includes(party) && !(head.commentedBy ?? []).includes(party))
    .map(party => askOf(party, { key: 'vision', subject: { kind: 'vision', version: head.version, hash: head.hash } }));
}

/** Before signature, where the charter holds to it, as long as nobody of a body has said that the present version was read. */
const unreadContent = (state: PartnershipState): readonly SharedContent[] =>
  state.phase === 'validation' && strengthOf(state, { gate: 'CONTENT' }) === 'block'
    ? state.texts.agreementShared.filter(one => one.read !== true && one.hash === headOf(state, 'agreement')?.hash)
    : [];

export const textTasks: readonly TaskRow[] = [
  {
    kind: 'comment-vision',
    title: say('Dire ce que vous pensez de la vision avant d’entrer', 'Say what you think of the vision before you join'),
    roles: holders,
    doneBy: ['TextCommented', 'TextAccepted', 'TextContested', 'SharedVisionAgreed'],
    verdicts: { grant: 'AcceptText', refuse: null, contest: 'ContestText' },
    requirements: ['PMP-13'],
    asks: toComment,
  },
  {
    kind: 'write-expectations',
    title: say('Écrire vos attentes et vos valeurs', 'Write your expectations and values'),
    roles: holders,
    doneBy: ['ExpectationsRecorded'],
    verdicts: none,
    requirements: ['MDM-30'],
    asks: state => (inCoConstruction(state) ? withoutExpectations(state).map(party => askOf(party)) : []),
  },
  {
    kind: 'write-text',
    title: say('Proposer le texte attendu', 'Propose the text that is asked for'),
    roles: holders,
    doneBy: Object.values(textNames).map(row => row.proposed),
    verdicts: none,
    requirements: ['MDM-39', 'MDM-11'],
    asks: toWrite,
  },
  {
    kind: 'write-why',
    title: say(
      'Écrire le « pourquoi » de votre ligne du plan de capacités, dans une nouvelle version',
      'Write the "why" of your line of the capacity plan, in a new version',
    ),
    roles: holders,
    doneBy: [textNames['capacity-plan'].proposed],
    verdicts: none,
    requirements: ['MDM-19', 'ALE-59'],
    asks: toExplain,
  },
  {
    kind: 'answer-text',
    title: say('Accepter ou contester le texte proposé', 'Accept or contest the proposed text'),
    roles: holders,
    doneBy: ['TextAccepted', ...Object.values(textNames).flatMap(row => [row.agreed, row.contested])],
    verdicts: { grant: 'AcceptText', refuse: null, contest: 'ContestText' },
    requirements: ['MDM-15', 'MDM-11'],
    asks: toAccept,
  },
  {
    kind: 'translate-text',
    title: say(
      'Faire traduire le texte dans la langue de travail de l’autre partie',
      'Have the text translated into the other party’s working language',
    ),
    roles: holders,
    doneBy: ['DocumentTranslated'],
    verdicts: none,
    requirements: ['MDM-16'],
    asks: toTranslate,
  },
  {
    kind: 'read-content',
    title: say('Lire l’accord avant sa signature, et le dire', 'Read the agreement before its signature, and say so'),
    roles: ['executive-bureau', 'executive-secretariat'],
    doneBy: ['AgreementContentRead'],
    verdicts: none,
    requirements: ['HFA-16'],
    asks: state => unreadContent(state).map(({ party, version, hash }) => askOf(party, { subject: { kind: 'agreement', version, hash } })),
  },
  {
    kind: 'share-agreement',
    title: say(
      'Partager le contenu de l’accord avec le bureau ou le secrétariat',
      'Share the agreement content with the bureau or secretariat',
    ),
    roles: holders,
    doneBy: ['AgreementContentShared'],
    verdicts: none,
    requirements: ['HFA-16'],
    asks: state => {
      const head = headOf(state, 'agreement');
      if (state.phase !== 'validation' || head === undefined) return [];
      const subject = { kind: 'agreement', version: head.version, hash: head.hash } as const;
      const knows = (party: string) =>
        state.texts.agreementShared.some(one => one.party === party && one.hash === head.hash && one.at !== null);
      return partyNames(state)
        .filter(party => !knows(party))
        .map(party => askOf(party, { subject }));
    },
  },
];
