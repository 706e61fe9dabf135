import { textDifferences, type Difference } from '@palabre/contracts';
import { paint } from '../terminal/paint.js';
import { entryHead, fieldName, isMoney, textValue, type TextReader } from './text-body.js';
import { moneyIn } from './written.js';

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Amounts as they are read: a changed cost is one change, not one of its minor units and one of its currency. */
function worded(reader: TextReader, value: unknown): unknown {
  if (isMoney(value)) return moneyIn(reader.session, value);
  if (Array.isArray(value)) return value.map(one => worded(reader, one));
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, worded(reader, one)]));
}

const valueText = (reader: TextReader, name: string, value: unknown): string => {
  if (value === null) return '–';
  const head = isFields(value) && !('sealed' in value) ? entryHead(reader, value).head : '';
  return head === '' ? textValue(reader, name, value) : head;
};

function changeLine(reader: TextReader, { at, change, before, after }: Difference): string {
  const name = at.at(-1) ?? '';
  const place = at.map(step => fieldName(reader, step)).join(' › ');
  const tone = paint(reader.session.terminal);
  if (change === 'added') return tone('good', `  + ${place}: ${valueText(reader, name, after)}`);
  if (change === 'removed') return tone('bad', `  − ${place}: ${valueText(reader, name, before)}`);
  return `  ~ ${place}: ${valueText(reader, name, before)} → ${valueText(reader, name, after)}`;
}

/** What differs between two versions of a text, one line each; entries are called by their own numbers. */
export const changeLines = (reader: TextReader, before: unknown, after: unknown): string[] =>
  textDifferences(worded(reader, before), worded(reader, after)).map(one => changeLine(reader, one));
