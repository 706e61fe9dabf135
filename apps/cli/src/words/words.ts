import type { Localized } from '@palabre/contracts';
import type { Language } from '../terminal/language.js';
import { balanceWords } from './balance-words.js';
import { charterWords } from './charter-words.js';
import { accountWords } from './account-words.js';
import { dossierWords } from './dossier-words.js';
import { explainWords } from './explain-words.js';
import { askedFormWords } from './form-words.js';
import { guideWords } from './guide-words.js';
import { helpWords } from './help-words.js';
import { ideaWords } from './idea-words.js';
import { nounWords } from './noun-words.js';
import { owedWords } from './owed-words.js';
import { policyWords } from './policy-words.js';
import { coverageWords } from './coverage-words.js';
import { practiceWords } from './practice-words.js';
import { qualityWords } from './quality-words.js';
import { relationWords } from './relation-words.js';
import { protectionWords } from './protection-words.js';
import { registerWords } from './register-words.js';
import { screenWords } from './screen-words.js';
import { textWords } from './text-words.js';
import { transferWords } from './transfer-words.js';
import { troubleWords } from './trouble-words.js';
import { viewWords } from './view-words.js';
import { caseWords, vocabularyWords } from './vocabulary-words.js';

/** Everything `palabre` says, by key, in both languages. Facts about a partnership come from the servers in both already. */
export const words = {
  ...helpWords,
  ...troubleWords,
  ...dossierWords,
  ...viewWords,
  ...textWords,
  ...explainWords,
  ...nounWords,
  ...ideaWords,
  ...transferWords,
  ...screenWords,
  ...balanceWords,
  ...relationWords,
  ...charterWords,
  ...guideWords,
  ...askedFormWords,
  ...owedWords,
  ...registerWords,
  ...qualityWords,
  ...policyWords,
  ...practiceWords,
  ...coverageWords,
  ...accountWords,
  ...protectionWords,
  ...vocabularyWords,
  ...caseWords,
} as const satisfies Record<string, Localized>;

export type WordKey = keyof typeof words;

export type Values = Readonly<Record<string, string | number>>;

/** Says a sentence: `say('list.none')`, `say('play.chapter', { title })`. */
export type Say = (key: WordKey, values?: Values) => string;

const filled = (text: string, values: Values): string => text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

export const sayIn =
  (language: Language): Say =>
  (key, values = {}) =>
    filled(words[key][language], values);

/** The same sentence in both languages, for data that keep both. */
export const sayBoth = (key: WordKey, values: Values = {}): Localized => ({ fr: sayIn('fr')(key, values), en: sayIn('en')(key, values) });
