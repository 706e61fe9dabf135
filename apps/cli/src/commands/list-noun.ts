import { show, type Session } from '../session.js';
import { tableLines } from '../terminal/table.js';
import type { WordKey } from '../words/words.js';
import { flagOption, textOption, type CommandRow, type OptionRow, type Typed } from './command-row.js';
import { partyNames, type PartyNames } from './party-names.js';

/** An option that narrows a list: `--state <state>` asks the read API for `state=…`, a flag for `late=true`. */
export interface FilterRow extends OptionRow {
  /** Name of the option as the parser gives it, and of the parameter. */
  readonly name: string;
  readonly parameter?: string;
}

export interface Column<Row> {
  readonly heading: WordKey;
  /** `names`: parties as the file calls them; their codes where the list is of no one file. */
  readonly cell: (row: Row, session: Session, names: PartyNames) => string;
}

/** A list of the read API as a command of the terminal. */
export interface ListNoun<Row> extends Pick<CommandRow, 'name' | 'args' | 'says' | 'example'> {
  readonly filters: readonly FilterRow[];
  /** Address of the list. */
  readonly path: (typed: Typed) => string;
  /** What is said when there is none. */
  readonly none: WordKey;
  readonly columns: readonly Column<Row>[];
  /** The partnership whose parties the rows name: they are told by the names of their organisations. */
  readonly partiesOf?: (typed: Typed) => string;
  /** What was asked, said above the list. */
  readonly asked?: (typed: Typed, session: Session) => string;
}

/** What is left of a row that the caller may not read. */
interface Veiled {
  readonly protected?: boolean;
  readonly restricted?: object;
}

const veilOf = (row: unknown): WordKey | null => {
  const { protected: guarded, restricted } = row as Veiled;
  if (guarded === true) return 'view.protected';
  return restricted === undefined ? null : 'view.restricted';
};

const filterOf = (filters: readonly FilterRow[], typed: Typed): Record<string, string | boolean> =>
  Object.fromEntries(
    filters.flatMap(({ name, parameter = name }) => {
      const value = textOption(typed, name) ?? (flagOption(typed, name) ? true : null);
      return value === null ? [] : [[parameter, value]];
    }),
  );

/** Lines of a list: a row that is withheld keeps its place and says so. */
export function listLines<Row>(
  session: Session,
  { none, columns }: Pick<ListNoun<Row>, 'none' | 'columns'>,
  rows: readonly Row[],
  names: PartyNames = party => party,
): string[] {
  const { say, terminal } = session;
  if (rows.length === 0) return [say(none)];
  const cellsOf = (row: Row): string[] => {
    const veil = veilOf(row);
    return columns.map(({ cell }, place) => (veil === null ? cell(row, session, names) : place === columns.length - 1 ? say(veil) : ''));
  };
  return tableLines(
    terminal,
    columns.map(({ heading }) => say(heading)),
    rows.map(cellsOf),
  );
}

export function listCommand<Row>(noun: ListNoun<Row>): CommandRow {
  const { name, args, says, example, filters, path, asked, partiesOf } = noun;
  return {
    name,
    args,
    says,
    example,
    options: filters,
    run: async (session, typed) => {
      const rows = await session.api.views.rows<Row>(session.as, path(typed), filterOf(filters, typed));
      // A machine gets codes; reading a protected file for its names alone would be on record.
      const isNamed = !session.json && rows.length > 0;
      const file = isNamed && partiesOf !== undefined ? await session.api.file(session.as, partiesOf(typed)).catch(() => null) : null;
      const names = file === null ? undefined : await partyNames(session, file);
      show(session, rows, () => [...(asked === undefined ? [] : [asked(typed, session)]), ...listLines(session, noun, rows, names)]);
    },
  };
}
