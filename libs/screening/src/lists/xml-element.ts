/** An element with everything in it. Only entries of a list are built like this, one at a time. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly line: number;
  readonly children: XmlElement[];
  text: string;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const childrenNamed = (element: XmlElement, name: string): XmlElement[] => element.children.filter(child => child.name === name);

/** The text of the first child of that name, on one line; empty when there is none. */
export const textOf = (element: XmlElement, name: string): string =>
  oneLine(element.children.find(child => child.name === name)?.text ?? '');

/** An attribute on one line; empty when it is not there. */
export const attributeOf = (element: XmlElement, name: string): string => oneLine(element.attributes.get(name) ?? '');

export const joinedTexts = (texts: readonly string[]): string => texts.filter(text => text !== '').join(' ');
