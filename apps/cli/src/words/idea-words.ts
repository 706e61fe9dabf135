import type { Localized } from '@palabre/contracts';
import { pair } from './pair.js';

/** What `show` and `explain` tell of the idea, and of where the first phase stands. */
export const ideaWords = {
  'show.natures': pair('nature', 'nature'),
  'show.population': pair('population', 'population'),
  'show.goals': pair('objectifs', 'goals'),
  'show.agenda': pair('{goals} (Agenda 2030)', '{goals} (Agenda 2030)'),
  'show.firstPhase': pair('première phase', 'first phase'),
  'firstPhase.elapsed': pair(
    '{months} mois depuis l’idée ; la charte avertit à {warn} mois et demande de décider à {decide}',
    '{months} month(s) since the idea; the charter warns at {warn} months and asks to decide at {decide}',
  ),
  'firstPhase.decided': pair('décidé le {on} : {outcome}', 'decided on {on}: {outcome}'),
  'firstPhase.until': pair('{outcome}, jusqu’au {until}', '{outcome}, until {until}'),
  'explain.firstPhase': pair('Première phase : {told}.', 'First phase: {told}.'),
  'deadlines.agreedOn': pair('{rule} (convenue le {on})', '{rule} (agreed for {on})'),
} as const;

/** Natures of a partnership. */
export const natureWords: Readonly<Record<string, Localized>> = {
  economic: pair('économique', 'economic'),
  financial: pair('financier', 'financial'),
  scientific: pair('scientifique', 'scientific'),
  cultural: pair('culturel', 'cultural'),
  artistic: pair('artistique', 'artistic'),
  other: pair('autre', 'other'),
};

/** What partnerships work on together. */
export const themeWords: Readonly<Record<string, Localized>> = {
  'unsustainable-materials': pair('matériaux non durables', 'unsustainable materials'),
  corruption: pair('corruption', 'corruption'),
  'opaque-supply-chains': pair('chaînes d’approvisionnement opaques', 'opaque supply chains'),
  'human-rights-violations': pair('violations des droits humains', 'human rights violations'),
  other: pair('autre', 'other'),
};
