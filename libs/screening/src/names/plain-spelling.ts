import anyAscii from 'any-ascii';

/** A word of a name in plain Latin letters, and whether it was written in a script that leaves out short vowels. */
export interface PlainWord {
  readonly text: string;
  readonly withoutVowels: boolean;
}

const marks = /\p{Script=Inherited}+|[\u0591-\u05c7]+/gu;
const invisible = /[\p{Cf}\u0640]/gu;
const withoutVowels = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}/u;
const ideographs = /\p{Script=Han}/u;

/** The article grows together with its word in Arabic script, and stands apart in Latin. In the word for God it belongs. */
const arabicArticle = /(?<=^|\s)(?:و?ال|لل)(?!له(?:\s|$))(?=\p{Script=Arabic}{3})/gu;

const elision = /(?<=^|[\s-])([dl])['’]/giu;
const apostrophes = /['’‘`ʼʿʾ"]/gu;

/** Letters with their accents, widths and shapes taken off, still in their own script. */
function bare(text: string): string {
  return text.normalize('NFKD').replace(marks, '').replace(invisible, '').normalize('NFC');
}

function plainWordsOf(word: string): PlainWord[] {
  const latin = anyAscii(word);
  // Ideographs come back as syllables, each with a capital: they are words of their own.
  const apart = ideographs.test(word) ? latin.replace(/(?=[A-Z])/g, ' ') : latin;
  const plain = apart.replace(apostrophes, '').toLowerCase();
  const pieces = plain.split(/[^a-z0-9]+/).filter(piece => piece !== '');
  return pieces.map(piece => ({ text: piece, withoutVowels: withoutVowels.test(word) }));
}

/** The words of a name in plain Latin letters, whatever script it was written in; none for a text without letters. */
export function plainWords(text: string): PlainWord[] {
  return bare(text)
    .replace(elision, '$1 ')
    .replace(apostrophes, '')
    .replace(arabicArticle, '')
    .split(/[\s\p{P}\p{S}]+/u)
    .flatMap(plainWordsOf);
}
