import { commands } from '@palabre/contracts';
import { sayBoth } from '../words/words.js';
import { schemaFindings } from './expected.js';
import { finding, type FieldPath, type Finding } from './mistakes.js';
import { startOf } from './moments.js';
import type { WrittenDossier } from './written.js';

/** Where the fields of OpenPartnership that the opening does not hold itself are written. */
const elsewhere: Readonly<Record<string, FieldPath>> = {
  type: ['type'],
  charter: ['charter'],
  workingLanguage: ['parties', 'host', 'language'],
  calendar: ['calendar', 'kind'],
  calendarStartsAt: ['calendar', 'startsOn'],
  founders: ['parties'],
};

/** Parties written as founders, the host apart; nothing when the host opens alone. */
const foundersOf = (parties: WrittenDossier['parties']) => {
  const founders = Object.entries(parties).filter(([party, { founder }]) => founder === true && party !== 'host');
  return founders.map(([party, { organisation, language }]) => ({ party, organisation, workingLanguage: language }));
};

/** The data of OpenPartnership that a dossier stands for. */
export function openingData({ opening, type, charter, parties, calendar }: WrittenDossier): Readonly<Record<string, unknown>> {
  const { as: _, ...wanted } = opening;
  const founders = foundersOf(parties);
  return {
    project: null,
    ...wanted,
    ...(founders.length > 0 ? { founders } : {}),
    type,
    charter,
    workingLanguage: parties['host']?.language,
    calendar: calendar.kind,
    calendarStartsAt: calendar.startsOn === undefined ? null : startOf(calendar.startsOn),
  };
}

const inFile = (found: Finding): Finding => {
  const [, field, ...rest] = found.path;
  const place = typeof field === 'string' ? elsewhere[field] : undefined;
  return place === undefined ? found : { ...found, path: [...place, ...rest] };
};

/** Mistakes in what the opening says, by the schema of the command it becomes. */
export function openingFindings(written: WrittenDossier): Finding[] {
  const { opening, calendar, acts = [] } = written;
  const doubled = Object.keys(elsewhere)
    .filter(field => Object.hasOwn(opening, field))
    .map(field => finding(['opening', field], sayBoth('mistake.writtenElsewhere', { field: (elsewhere[field] ?? []).join('.') }), 'key'));
  const nobody = typeof opening['as'] === 'string' ? [] : [finding(['opening', 'as'], sayBoth('mistake.missing', { field: 'as' }), 'key')];
  const unstarted =
    calendar.kind === 'rehearsal' && calendar.startsOn === undefined
      ? [finding(['calendar', 'startsOn'], sayBoth('mistake.missing', { field: 'startsOn' }), 'key')]
      : [];
  const real = calendar.kind === 'real' && acts.length > 0 ? [finding(['acts'], sayBoth('mistake.actsOfReal'), 'key')] : [];
  const data = schemaFindings(commands.OpenPartnership.data, openingData(written), ['opening']).map(inFile);
  return [...doubled, ...nobody, ...unstarted, ...real, ...data];
}
