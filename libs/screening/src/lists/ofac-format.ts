import { distinctNames, orNull, type ListFormat } from './list-format.js';
import type { ListedKind, ListedName } from './sanctions-list.js';
import { childrenNamed, joinedTexts, textOf, type XmlElement } from './xml-element.js';

/** Ships and aircraft are on the list too; no partner is one. */
const kinds: ReadonlyMap<string, ListedKind> = new Map([
  ['individual', 'person'],
  ['entity', 'organisation'],
]);

const nameOf = (element: XmlElement): string => joinedTexts([textOf(element, 'firstName'), textOf(element, 'lastName')]);

const below = (element: XmlElement, list: string, item: string): XmlElement[] =>
  childrenNamed(element, list).flatMap(found => childrenNamed(found, item));

const aliasOf = (alias: XmlElement): ListedName => ({
  text: nameOf(alias),
  quality: textOf(alias, 'category').toLowerCase() === 'weak' ? 'weak' : 'strong',
});

const count = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null);

/** The list of the Office of Foreign Assets Control (SDN and consolidated, XML). The slip in `publshInformation` is theirs. */
export const ofacFormat: ListFormat = {
  code: 'ofac',
  root: 'sdnList',
  entries: ['sdnEntry'],
  about: 'publshInformation',
  issued: (_root, about) => (about === null ? null : orNull(textOf(about, 'Publish_Date'))),
  announced: about => (about === null ? null : count(textOf(about, 'Record_Count'))),
  read: element => {
    const kind = kinds.get(textOf(element, 'sdnType').toLowerCase());
    if (kind === undefined) return null;
    return {
      id: textOf(element, 'uid'),
      kind,
      names: distinctNames([{ text: nameOf(element), quality: 'strong' }, ...below(element, 'akaList', 'aka').map(aliasOf)]),
      programme: orNull(
        below(element, 'programList', 'program')
          .map(({ text }) => text.trim())
          .join(', '),
      ),
    };
  },
};
