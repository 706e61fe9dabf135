import { distinctNames, orNull, type ListFormat } from './list-format.js';
import type { ListedName } from './sanctions-list.js';
import { childrenNamed, joinedTexts, textOf, type XmlElement } from './xml-element.js';

const nameParts = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'];

const strong = (text: string): ListedName => ({ text, quality: 'strong' });

const aliases = (element: XmlElement): ListedName[] =>
  [...childrenNamed(element, 'INDIVIDUAL_ALIAS'), ...childrenNamed(element, 'ENTITY_ALIAS')].map(alias => ({
    text: textOf(alias, 'ALIAS_NAME'),
    quality: textOf(alias, 'QUALITY').toLowerCase() === 'low' ? 'weak' : 'strong',
  }));

/** The consolidated list of the United Nations Security Council, in its XML of elements in capitals. */
export const unFormat: ListFormat = {
  code: 'un',
  root: 'CONSOLIDATED_LIST',
  entries: ['INDIVIDUAL', 'ENTITY'],
  about: null,
  issued: root => orNull(root.get('dateGenerated') ?? ''),
  announced: () => null,
  read: element => ({
    id: textOf(element, 'REFERENCE_NUMBER') || textOf(element, 'DATAID'),
    kind: element.name === 'INDIVIDUAL' ? 'person' : 'organisation',
    names: distinctNames([
      strong(joinedTexts(nameParts.map(part => textOf(element, part)))),
      strong(textOf(element, 'NAME_ORIGINAL_SCRIPT')),
      ...aliases(element),
    ]),
    programme: orNull(textOf(element, 'UN_LIST_TYPE')),
  }),
};
