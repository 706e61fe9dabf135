import { UnreadableList } from './list-mistake.js';

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const highest = 0x10ffff;

/** The signs that references stand for. Only those every XML file knows: a list has no reason to define its own. */
export function resolveReferences(text: string, line: number): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{1,8}));|&/g, (whole, decimal?: string, hex?: string, name?: string) => {
    const sign = name === undefined ? codePoint(decimal, hex) : Object.hasOwn(named, name) ? named[name] : undefined;
    if (sign === undefined) throw new UnreadableList(line, 'une référence de signe connue (&amp; …)', 'a known reference (&amp; …)', whole);
    return sign;
  });
}

function codePoint(decimal: string | undefined, hex: string | undefined): string | undefined {
  const code = decimal === undefined ? (hex === undefined ? Number.NaN : Number.parseInt(hex, 16)) : Number(decimal);
  return Number.isInteger(code) && code > 0 && code <= highest ? String.fromCodePoint(code) : undefined;
}

/** Lists name elements with or without a prefix of their schema. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const attribute = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;

/** The attributes of a start tag: everything after its name. */
export function readAttributes(text: string, line: number): Map<string, string> {
  const found = new Map<string, string>();
  attribute.lastIndex = 0;
  let read = 0;
  for (let match = attribute.exec(text); match !== null; match = attribute.exec(text)) {
    found.set(localName(match[1] ?? ''), resolveReferences(match[2] ?? match[3] ?? '', line));
    read = attribute.lastIndex;
  }
  if (text.slice(read).trim() !== '') {
    throw new UnreadableList(
      line,
      'des attributs de la forme nom="valeur"',
      'attributes of the form name="value"',
      text.slice(read).trim(),
    );
  }
  return found;
}
