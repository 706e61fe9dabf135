import type { Localized } from '@palabre/contracts';
import { limits } from './limits.js';

const byCode: Readonly<Record<string, Localized>> = {
  DUPLICATE_KEY: {
    fr: 'chaque clé une seule fois : celle-ci est déjà écrite plus haut au même endroit',
    en: 'each key once: this one is already written above in the same place',
  },
  BAD_INDENT: { fr: 'un retrait aligné avec les lignes du même niveau', en: 'an indentation in line with the rows of the same level' },
  TAB_AS_INDENT: { fr: 'des espaces en début de ligne, pas de tabulation', en: 'spaces at the start of the line, no tab' },
  MISSING_CHAR: { fr: 'la ponctuation qui manque (guillemet, crochet, accolade …)', en: 'the missing mark (quote, bracket, brace …)' },
  MULTIPLE_DOCS: { fr: 'un seul document par fichier (pas de second « --- »)', en: 'a single document in the file (no second “---”)' },
  BAD_ALIAS: {
    fr: 'des renvois (*nom) vers un repère (&nom) écrit plus haut, sans accumulation',
    en: 'aliases (*name) to an anchor (&name) written above, not piled up',
  },
  TAG_RESOLVE_FAILED: { fr: 'une valeur sans étiquette YAML (« !mot »)', en: 'a value without a YAML tag (“!word”)' },
  TOO_LONG: { fr: `un fichier de ${limits.signs} signes au plus`, en: `a file of ${limits.signs} signs at most` },
  LINE_TOO_LONG: { fr: `une ligne de ${limits.signsInLine} signes au plus`, en: `a line of ${limits.signsInLine} signs at most` },
  TOO_MANY_EMPTY_LINES: {
    fr: `${limits.emptyLinesInARow} lignes vides ou de commentaire de suite au plus`,
    en: `at most ${limits.emptyLinesInARow} empty lines or comments in a row`,
  },
  TOO_DEEP: { fr: `${limits.levels} niveaux d’imbrication au plus`, en: `at most ${limits.levels} levels of nesting` },
  NOT_A_FILE: { fr: 'un fichier que l’on peut lire', en: 'a file that can be read' },
  NOT_UTF8: { fr: 'un texte encodé en UTF-8', en: 'a text encoded in UTF-8' },
};

const anyYaml: Localized = { fr: 'du YAML valide', en: 'valid YAML' };

/** What should have stood there, in words, for a mistake found before the content is looked at. */
export function syntaxExpectation(code: string): Localized {
  return byCode[code] ?? anyYaml;
}
