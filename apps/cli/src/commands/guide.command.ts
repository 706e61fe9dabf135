import { builtInCharter, guide as builtInGuide, type CharterContent } from '@palabre/charters';
import { phases, type FreeText, type Phase } from '@palabre/contracts';
import { Failure } from '../failure.js';
import { show, spoken, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { factLines } from '../terminal/table.js';
import { nearest } from '../words/nearest.js';
import { charterStepLines, charterSteps, themeFound, type CharterStep, type ToolUse } from './charter-guide.js';
import { charterNamed } from './charter-named.js';
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

/** What users of this partnership advise for the step, and which tools they used, read from its history. */
async function fromUsers(
  session: Session,
  partnership: string | null,
  step: Phase,
): Promise<{ readonly advice: readonly SignedAdvice[]; readonly uses: readonly ToolUse[] }> {
  const history = partnership === null ? [] : await session.api.history(session.as, partnership, 1);
  const told = history.filter(item => item.withheld === undefined);
  const advice = told.flatMap(({ attributes, data }) => {
    if (attributes.type !== 'AdviceGiven') return [];
    const given = data as { step: Phase; advice: FreeText; party: string; on: string };
    return given.step === step ? [{ advice: given.advice, by: attributes.actor, party: given.party, on: given.on }] : [];
  });
  return { advice, uses: told.flatMap(({ attributes, data }) => (attributes.type === 'ToolUsed' ? [data as ToolUse] : [])) };
}

/** The charter whose steps are shown: the one named, or that of the partnership. */
async function charterOf(session: Session, typed: Typed): Promise<CharterContent | null> {
  const named = textOption(typed, 'charter');
  if (named !== null) return charterNamed(session, named).content;
  const partnership = textOption(typed, 'of');
  const charter = partnership === null ? null : (await session.api.file(session.as, partnership)).head.charter;
  return charter == null ? null : (builtInCharter(charter)?.content ?? null);
}

/** What the charter says of the steps lived in a phase, under one theme or all. */
async function stepsOf(session: Session, typed: Typed, phase: Phase, uses: readonly ToolUse[]): Promise<readonly CharterStep[]> {
  const theme = textOption(typed, 'theme');
  const content = await charterOf(session, typed);
  if (content === null && theme === null) return [];
  if (content === null) {
    const what = session.say('trouble.badValue', { value: theme ?? '', name: '--theme' });
    throw new Failure({ exit: 'bad-input', what, next: session.say('guide.themeOfWhat') });
  }
  const steps = charterSteps(content, phase, { theme, uses });
  if (theme !== null) themeFound(session, content, steps, theme);
  return steps;
}

const bullets = (lines: readonly string[]): string[] => lines.map(line => `  · ${line}`);

const signed = ({ say }: Session, { advice, by, party, on }: SignedAdvice): string =>
  say('guide.signed', { advice: typeof advice === 'string' ? advice : say('history.sealed'), by, party, on });

async function onePhase(session: Session, name: string, typed: Typed): Promise<void> {
  const { say, terminal } = session;
  const phase = phaseNamed(session, name);
  const page = builtInGuide().phases[phase];
  const { advice: users, uses } = await fromUsers(session, textOption(typed, 'of'), phase);
  const steps = await stepsOf(session, typed, phase, uses);
  const strong = paint(terminal);
  show(session, { phase, ...page, users, steps }, () => [
    strong('strong', say('guide.step', { phase: say(`phase.${phase}`) })),
    spoken(session, page.explanation),
    '',
    strong('strong', say('guide.advice')),
    ...bullets([...page.advice.map(advice => spoken(session, advice)), ...users.map(advice => signed(session, advice))]),
    '',
    strong('strong', say('guide.tools')),
    ...bullets(page.tools),
    ...steps.flatMap(step => charterStepLines(session, step)),
    '',
    say('guide.giveAdvice', { phase }),
    ...(steps.some(step => step.themes.length > 0) ? [say('guide.noteTool')] : []),
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
  await onePhase(session, phase, typed);
}

export const guideCommands: readonly CommandRow[] = [
  {
    name: 'guide',
    args: ['[phase]'],
    says: 'help.guide',
    options: [
      { flags: '--of <id>', says: 'option.adviceOf' },
      { flags: '--charter <charter>', says: 'option.guideCharter' },
      { flags: '--theme <theme>', says: 'option.theme' },
    ],
    example: 'palabre guide mapping',
    run: guide,
  },
];
