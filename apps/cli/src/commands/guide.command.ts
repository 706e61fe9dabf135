import { guide as builtInGuide } from '@palabre/charters';
import { phases, type FreeText, type Phase } from '@palabre/contracts';
import { Failure } from '../failure.js';
import { show, spoken, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { factLines } from '../terminal/table.js';
import { nearest } from '../words/nearest.js';
import { textOption, type CommandRow, type Typed } from './command-row.js';

/** Advice that somebody gave for a step of a partnership, with who signs it and when. */
interface SignedAdvice {
  readonly advice: FreeText;
  readonly by: string;
  readonly party: string;
  readonly on: string;
}

const isPhase = (name: string): name is Phase => phases.some(phase => phase === name);

function phaseNamed({ say }: Session, name: string): Phase {
  if (isPhase(name)) return name;
  const close = nearest(name, phases);
  const next = close === null ? say('trouble.expected', { expected: phases.join(', ') }) : say('trouble.didYouMean', { nearest: close });
  throw new Failure({ exit: 'bad-input', what: say('trouble.badValue', { value: name, name: 'phase' }), next });
}

/** What users of this partnership advise for the step, read from its history. */
async function signedAdvice(session: Session, partnership: string | null, step: Phase): Promise<readonly SignedAdvice[]> {
  if (partnership === null) return [];
  const history = await session.api.history(session.as, partnership, 1);
  return history.flatMap(item => {
    if (item.withheld !== undefined || item.attributes.type !== 'AdviceGiven') return [];
    const told = item.data as { step: Phase; advice: FreeText; party: string; on: string };
    return told.step === step ? [{ advice: told.advice, by: item.attributes.actor, party: told.party, on: told.on }] : [];
  });
}

const bullets = (lines: readonly string[]): string[] => lines.map(line => `  · ${line}`);

const signed = ({ say }: Session, { advice, by, party, on }: SignedAdvice): string =>
  say('guide.signed', { advice: typeof advice === 'string' ? advice : say('history.sealed'), by, party, on });

async function onePhase(session: Session, name: string, partnership: string | null): Promise<void> {
  const { say, terminal } = session;
  const phase = phaseNamed(session, name);
  const page = builtInGuide().phases[phase];
  const users = await signedAdvice(session, partnership, phase);
  const strong = paint(terminal);
  show(session, { phase, ...page, users }, () => [
    strong('strong', say('guide.step', { phase: say(`phase.${phase}`) })),
    spoken(session, page.explanation),
    '',
    strong('strong', say('guide.advice')),
    ...bullets([...page.advice.map(advice => spoken(session, advice)), ...users.map(advice => signed(session, advice))]),
    '',
    strong('strong', say('guide.tools')),
    ...bullets(page.tools),
    '',
    say('guide.giveAdvice', { phase }),
  ]);
}

function bothQuestions(session: Session): void {
  const { say, terminal } = session;
  const { questions } = builtInGuide();
  show(session, { questions, phases }, () => [
    ...questions.flatMap(({ question, answer, tools }) => [
      paint(terminal)('strong', spoken(session, question)),
      spoken(session, answer),
      ...factLines(
        terminal,
        tools.map(({ command, does }) => [`  ${command}`, spoken(session, does)]),
      ),
      '',
    ]),
    say('guide.phases', { phases: phases.join(', ') }),
  ]);
}

async function guide(session: Session, typed: Typed): Promise<void> {
  const [phase] = typed.args;
  if (phase === undefined) return bothQuestions(session);
  await onePhase(session, phase, textOption(typed, 'of'));
}

export const guideCommands: readonly CommandRow[] = [
  {
    name: 'guide',
    args: ['[phase]'],
    says: 'help.guide',
    options: [{ flags: '--of <id>', says: 'option.adviceOf' }],
    example: 'palabre guide mapping',
    run: guide,
  },
];
