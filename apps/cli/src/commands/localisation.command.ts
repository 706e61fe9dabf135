import { existsSync } from 'node:fs';
import { builtInCharter, type Charter } from '@palabre/charters';
import { leadershipLevels, type LeadershipLevel, type Localized } from '@palabre/contracts';
import type { Localisation, LocalisationYear } from '../api/register-rows.js';
import { show, spoken, type Session } from '../session.js';
import { tableLines } from '../terminal/table.js';
import { charterNamed } from './charter-named.js';
import { textOption, type CommandRow, type Typed } from './command-row.js';

/** How far a charter looks ahead, the strategy that it feeds, and the share that the organisation set itself, or none (S-20). */
interface Horizon {
  readonly charter: string;
  readonly months: number;
  readonly text: Localized;
  readonly strategy: { readonly name: Localized; readonly version: string } | null;
  readonly target: { readonly level: LeadershipLevel; readonly percent: number } | null;
}

/** What this charter says of it; nothing where it looks no way ahead. */
function horizonsOf(charter: Charter | null): Horizon[] {
  const horizon = charter?.content.charter.horizon;
  if (charter === null || horizon === undefined) return [];
  const { months, text, strategy, target } = horizon;
  const feeds = strategy === undefined ? null : { name: strategy.name, version: strategy.version };
  const wanted = target === undefined ? null : { level: target.level, percent: target.percent };
  return [{ charter: charter.code, months, text, strategy: feeds, target: wanted }];
}

const signed = (points: number | null): string => (points === null ? '' : `${points > 0 ? '+' : ''}${points}`);

const percent = (part: number | null): string => (part === null ? '' : `${part} %`);

const cellsOf = ({ year, levels, ledPercent, sinceFirstYear, funding }: LocalisationYear): string[] => [
  String(year),
  ...leadershipLevels.map(level => String(levels[level])),
  percent(ledPercent),
  signed(sinceFirstYear),
  funding.map(one => `${one.currency} ${percent(one.directPercent)}`).join(', '),
];

function horizonLine(session: Session, { charter, months, text, strategy, target }: Horizon): string {
  const feeds = strategy === null ? '' : ` · ${spoken(session, strategy.name)} ${strategy.version}`;
  const wanted = target === null ? session.say('localisation.noTarget') : session.say('localisation.target', target);
  return session.say('localisation.horizon', { charter, years: Math.round(months / 12), text: spoken(session, text), feeds, wanted });
}

async function localisation(session: Session, typed: Typed): Promise<void> {
  const { say, terminal } = session;
  const named = textOption(typed, 'charter');
  const own = named === null || !existsSync(named) ? null : charterNamed(session, named);
  const told = await session.api.views.document<Localisation>(session.as, '/v1/localisation', { charter: own?.code ?? named });
  const horizons = own === null ? told.charters.flatMap(code => horizonsOf(builtInCharter(code))) : horizonsOf(own);
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
    options: [{ flags: '--charter <code|file>', says: 'option.charterCodeOrFile' }],
    example: 'palabre localisation --charter alert',
    run: localisation,
  },
];
