import type { CharterContent } from '@palabre/charters';
import type { Localized, Phase } from '@palabre/contracts';
import { Failure } from '../failure.js';
import { spoken, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { nearest } from '../words/nearest.js';

/** A theme of the charter's tools, with the numbers that stand under it in one step (PMP-46 to PMP-49). */
export interface ToolTheme {
  readonly theme: Localized;
  readonly tools: readonly { readonly number: number; readonly usedOn: readonly string[] }[];
}

/** What a charter that is built in steps says of one of them: explanation, advice, tools (PMP-02). */
export interface CharterStep {
  readonly code: string;
  readonly name: Localized;
  readonly explanation: Localized;
  readonly advice: readonly Localized[];
  readonly themes: readonly ToolTheme[];
}

/** That a tool was used in a partnership: what its note names, and the day (PMP-47). */
export interface ToolUse {
  readonly tool: string;
  readonly on: string;
}

const isTheme = (theme: Localized, asked: string): boolean => [theme.fr, theme.en].some(name => name.toLowerCase() === asked.toLowerCase());

type Tools = NonNullable<CharterContent['tools']>;

/** Tools of a step by theme, in the order of the charter; with `asked`, exactly those of that theme. */
function themesOf(tools: Tools, asked: string | null, uses: readonly ToolUse[]): readonly ToolTheme[] {
  const wanted = tools.filter(({ name }) => asked === null || isTheme(name, asked));
  const names = new Map(wanted.map(({ name }) => [name.en, name]));
  return [...names.values()].map(theme => ({
    theme,
    tools: wanted
      .filter(tool => tool.name.en === theme.en)
      .map(({ number }) => ({ number, usedOn: uses.filter(use => use.tool === String(number)).map(use => use.on) })),
  }));
}

/** The steps of the charter that are lived in a phase; none for a charter that is not built in steps. */
export function charterSteps(
  { steps = [], tools = [], principles }: CharterContent,
  phase: Phase,
  { theme, uses }: { readonly theme: string | null; readonly uses: readonly ToolUse[] },
): readonly CharterStep[] {
  const advice = principles === 'not-stated' ? [] : principles.items;
  return steps
    .filter(step => step.phases.includes(phase))
    .map(({ code, name, explanation }) => ({
      code,
      name,
      explanation,
      advice: advice.filter(one => one.group === code).map(one => one.text),
      themes: themesOf(
        tools.filter(tool => tool.step === code),
        theme,
        uses,
      ),
    }));
}

/** Says no to a theme that none of the steps has, with the nearest of those they have. */
export function themeFound({ say, terminal }: Session, content: CharterContent, steps: readonly CharterStep[], asked: string): void {
  if (steps.some(step => step.themes.length > 0)) return;
  const known = (content.tools ?? [])
    .filter(tool => steps.some(step => step.code === tool.step))
    .map(({ name }) => name[terminal.language]);
  const close = nearest(asked, known);
  const next =
    close === null
      ? say('trouble.expected', { expected: [...new Set(known)].join(', ') || say('guide.noTools') })
      : say('trouble.didYouMean', { nearest: close });
  throw new Failure({ exit: 'bad-input', what: say('trouble.badValue', { value: asked, name: '--theme' }), next });
}

const toolIn = ({ say }: Session, { number, usedOn }: ToolTheme['tools'][number]): string =>
  usedOn.length === 0 ? String(number) : say('guide.toolUsed', { number, on: usedOn.join(', ') });

/** The three panels of a step of the charter. */
export const charterStepLines = (session: Session, { name, explanation, advice, themes }: CharterStep): string[] => {
  const strong = paint(session.terminal);
  return [
    '',
    strong('strong', session.say('guide.charterStep', { step: spoken(session, name) })),
    spoken(session, explanation),
    ...advice.map(one => `  · ${spoken(session, one)}`),
    ...(themes.length === 0 ? [] : [strong('strong', session.say('guide.charterTools'))]),
    ...themes.map(({ theme, tools }) => {
      const told = { theme: spoken(session, theme), tools: tools.map(tool => toolIn(session, tool)).join(', ') };
      return session.say('guide.themeTools', told);
    }),
  ];
};
