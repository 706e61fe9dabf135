import type { Localized } from '@palabre/contracts';
import type { MatchedWords, NameScore } from './name-score.js';

const ways: Readonly<Record<MatchedWords['how'], Localized>> = {
  same: { fr: 'identique', en: 'the same' },
  spelling: { fr: 'écrit presque pareil', en: 'nearly the same spelling' },
  sound: { fr: 'mêmes consonnes', en: 'the same consonants' },
  meaning: { fr: 'le même sens', en: 'the same meaning' },
  initial: { fr: 'une initiale', en: 'an initial' },
  joined: { fr: 'écrit en un ou deux mots', en: 'written as one word or two' },
};

const quoted = (words: readonly string[]): Localized => ({ fr: `« ${words.join(' ')} »`, en: `“${words.join(' ')}”` });

function part({ asked, listed, how, likeness }: MatchedWords): Localized {
  const [one, other, way] = [quoted(asked), quoted(listed), ways[how]];
  const percent = Math.round(likeness * 100);
  return {
    fr: `${one.fr} et ${other.fr} : ${way.fr}, ${percent} %`,
    en: `${one.en} and ${other.en}: ${way.en}, ${percent}%`,
  };
}

/** Why two names came near, in sentences for the person who decides. Holds words of names: for that person alone. */
export function tellScore({ score, matched, askedAlone, listedAlone }: NameScore): Localized[] {
  const percent = Math.round(score * 100);
  const told: Localized[] = [{ fr: `Proximité : ${percent} %`, en: `Nearness: ${percent}%` }, ...matched.map(part)];
  const [asked, listed] = [quoted(askedAlone), quoted(listedAlone)];
  if (askedAlone.length > 0) told.push({ fr: `Sans pendant sur la liste : ${asked.fr}`, en: `Not found on the list: ${asked.en}` });
  if (listedAlone.length > 0) told.push({ fr: `Sur la liste seulement : ${listed.fr}`, en: `On the list only: ${listed.en}` });
  return told;
}
