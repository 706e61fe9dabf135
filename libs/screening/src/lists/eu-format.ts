import { distinctNames, orNull, type ListFormat } from './list-format.js';
import type { ListedName } from './sanctions-list.js';
import { attributeOf, childrenNamed, joinedTexts, type XmlElement } from './xml-element.js';

const nameOf = (alias: XmlElement): ListedName => ({
  text: attributeOf(alias, 'wholeName') || joinedTexts(['firstName', 'middleName', 'lastName'].map(part => attributeOf(alias, part))),
  quality: attributeOf(alias, 'strong') === 'false' ? 'weak' : 'strong',
});

const firstOf = (element: XmlElement, child: string, attribute: string): string => {
  const [found] = childrenNamed(element, child);
  return found === undefined ? '' : attributeOf(found, attribute);
};

/** The consolidated list of the European Union (financial sanctions files, version 1.1), written in attributes. */
export const euFormat: ListFormat = {
  code: 'eu',
  root: 'export',
  entries: ['sanctionEntity'],
  about: null,
  issued: root => orNull(root.get('generationDate') ?? ''),
  announced: () => null,
  read: element => ({
    id: attributeOf(element, 'euReferenceNumber') || attributeOf(element, 'logicalId'),
    kind: firstOf(element, 'subjectType', 'code') === 'person' ? 'person' : 'organisation',
    names: distinctNames(childrenNamed(element, 'nameAlias').map(nameOf)),
    programme: orNull(firstOf(element, 'regulation', 'programme')),
  }),
};
