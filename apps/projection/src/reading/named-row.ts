import { problems, say } from './problems.js';

/** The row of a table that a path names; a name that no row has is not there. */
export function namedRow<Row>(table: Readonly<Record<string, Row>>, name: string): Row {
  const row = Object.hasOwn(table, name) ? table[name] : undefined;
  if (row === undefined) throw problems.notFound(say('Aucune liste ne porte ce nom.', 'No list has this name.'));
  return row;
}
