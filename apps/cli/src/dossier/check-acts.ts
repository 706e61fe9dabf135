import { commands, isCommandType, type CommandType } from '@palabre/contracts';
import { sayBoth } from '../words/words.js';
import { schemaFindings } from './expected.js';
import { finding, type FieldPath, type Finding } from './mistakes.js';
import { instantOf, startOf } from './moments.js';
import { isTextKind, referencesIn, withStandIns, type Reference } from './references.js';
import { isRecord } from './shape.js';
import type { WrittenAct, WrittenDossier } from './written.js';

interface Known {
  /** Acts that have a name, so far. */
  readonly names: ReadonlySet<string>;
  /** Kinds of text proposed so far, and by which named acts. */
  readonly texts: ReadonlySet<string>;
}

const proposedKind = (act: WrittenAct): string | null =>
  act.do === 'ProposeText' && isRecord(act.data) && typeof act.data['kind'] === 'string' ? act.data['kind'] : null;

function referenceFindings(reference: Reference, { names, texts }: Known): Finding[] {
  const unknownAct = reference.act !== null && !names.has(reference.act);
  if (unknownAct) return [finding(reference.path, sayBoth('mistake.earlierAct', { act: reference.act ?? '' }))];
  if (reference.to === 'field') return [];
  if (!isTextKind(reference.text)) return [finding(reference.path, sayBoth('mistake.textKind'))];
  const asked = reference.act === null ? reference.text : `${reference.text}@${reference.act}`;
  return texts.has(asked) ? [] : [finding(reference.path, sayBoth('mistake.textNotProposed', { kind: asked }))];
}

function dataFindings(act: WrittenAct, path: FieldPath): Finding[] {
  if (!isCommandType(act.do)) return [];
  const type: CommandType = act.do;
  return schemaFindings(commands[type].data, withStandIns(act.data ?? {}, type), [...path, 'data']);
}

/** Mistakes of every act: its data by the schema of its command, its references, its place in time. */
export function actsFindings({ acts = [], calendar }: WrittenDossier): Finding[] {
  const names = new Set<string>();
  const texts = new Set<string>();
  let before = calendar.startsOn === undefined ? '' : startOf(calendar.startsOn);
  return acts.flatMap((act, at) => {
    const path: FieldPath = ['acts', at];
    const on = instantOf(act.on);
    const found = [
      ...(on < before ? [finding([...path, 'on'], sayBoth('mistake.notBefore', { moment: before }))] : []),
      ...(act.at !== undefined && instantOf(act.at) > on ? [finding([...path, 'at'], sayBoth('mistake.notAfter', { moment: on }))] : []),
      ...(act.name !== undefined && names.has(act.name) ? [finding([...path, 'name'], sayBoth('mistake.nameTwice'))] : []),
      ...referencesIn(act.data ?? {}, [...path, 'data']).flatMap(reference => referenceFindings(reference, { names, texts })),
      ...dataFindings(act, path),
    ];
    before = on > before ? on : before;
    const kind = act.expect === undefined ? proposedKind(act) : null;
    if (act.name !== undefined) names.add(act.name);
    if (kind !== null) texts.add(kind);
    if (kind !== null && act.name !== undefined) texts.add(`${kind}@${act.name}`);
    return found;
  });
}
