import { builtInCharter } from '@palabre/charters';
import { leadershipLevels, type Localized } from '@palabre/contracts';
import type { Localisation, LocalisationYear } from '../api/register-rows.js';
import { show, spoken, type Session } from '../session.js';
import { tableLines } from '../terminal/table.js';
import { textOption, type CommandRow, type Typed } from './command-row.js';

/** How far a charter looks ahead, and the strategy that it feeds. */
interface Horizon {
  readonly charter: string;
  readonly months: number;
  readonly text: Localized;
  readonly strategy: { readonly name: Localized; readonly version: string } | null;
}

/** The charters' own data tell their horizon; a charter that this palabre does not bring says nothing here. */
const horizonsOf = (codes: readonly string[]): Horizon[] =>
  codes.flatMap(charter => {
    const horizon = builtInCharter(charter)?.content.charter.horizon;
    if (horizon === undefined) return [];
    const { months, text, strategy } = horizon;
    return [{ charter, months, text, strategy: strategy === undefined ? null : { name: strategy.name, version: strategy.version } }];
  });

const signed = (points: number | null): string => (points === null ? '' : `${points > 0 ? '+' : ''}${points}`);

const percent = (part: number | null): string => (part === null ? '' : `${part} %`);

const cellsOf = ({ year, levels, ledPercent, sinceFirstYear, funding }: LocalisationYear): string[] => [
  String(year),
  ...leadershipLevels.map(level => String(levels[level])),
  percent(ledPercent),
  signed(sinceFirstYear),
  funding.map(one => `${one.currency} ${percent(one.directPercent)}`).join(', '),
];

function horizonLine(session: Session, { charter, months, text, strategy }: Horizon): string {
  const feeds = strategy === null ? '' : ` · ${spoken(session, strategy.name)} ${strategy.version}`;
  return session.say('localisation.horizon', { charter, years: Math.round(months / 12), text: spoken(session, text), feeds });
}

async function localisation(session: Session, typed: Typed): Promise<void> {
  const { say, terminal } = session;
  const charter = textOption(typed, 'charter');
  const told = await session.api.views.document<Localisation>(session.as, '/v1/localisation', { charter });
  const horizons = horizonsOf(told.charters);
  const headings = [say('col.year'), ...leadershipLevels, say('col.led'), say('col.sinceFirst'), say('col.direct')];
  show(session, { ...told, horizons }, () => [
    ...(told.items.length === 0 ? [say('localisation.none')] : tableLines(terminal, headings, told.items.map(cellsOf))),
    ...horizons.map(horizon => horizonLine(session, horizon)),
  ]);
}

export const localisationCommands: readonly CommandRow[] = [
  {
    name: 'localisation',
    args: [],
    says: 'help.localisation',
    options: [{ flags: '--charter <code>', says: 'option.charterCode' }],
    example: 'palabre localisation --charter alert',
    run: localisation,
  },
];
