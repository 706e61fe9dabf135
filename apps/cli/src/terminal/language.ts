import type { Localized } from '@palabre/contracts';

export type Language = keyof Localized;

type Variables = Readonly<Record<string, string | undefined>>;

const tagsOf = (variables: Variables): readonly (string | undefined)[] => [
  variables['PALABRE_LANG'],
  variables['LC_ALL'],
  variables['LC_MESSAGES'],
  variables['LANG'],
];

/** French when the first locale variable that says anything is French; English otherwise. */
export function languageOf(variables: Variables): Language {
  const tag = tagsOf(variables).find(value => value !== undefined && value !== '');
  return /^fr([_.@-]|$)/i.test(tag ?? '') ? 'fr' : 'en';
}
