import type { Localized, Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';
import type { ExpertiseCell } from './slice.js';

export const spanBackwards = (name: string): Refusal =>
  because(
    'span-backwards',
    'PMP-17',
    say(`La période « ${name} » finit avant de commencer.`, `The period "${name}" ends before it begins.`),
    say('Corriger ses dates.', 'Correct its dates.'),
  );

/** A warning: the source describes a motive, and one person alone may launch an idea (PMP-09, PMP-10). */
export const tooFewSectors = (sectors: readonly string[], wanted: number): Refusal =>
  because(
    'few-sectors',
    'PMP-10',
    say(
      `Les parties viennent de ${sectors.length} secteur(s) (${sectors.join(', ')}) ; la charte en souhaite ${wanted}.`,
      `The parties come from ${sectors.length} sector(s) (${sectors.join(', ')}); the charter hopes for ${wanted}.`,
    ),
    say('Chercher qui manque, ou continuer en le sachant.', 'Look for who is missing, or go on knowing it.'),
  );

const cellNames: Readonly<Record<ExpertiseCell, Localized>> = {
  technical: say('technique', 'technical'),
  field: say('terrain', 'field'),
  targetGroup: say('groupe cible', 'target group'),
  countries: say('pays', 'countries'),
};

/** A warning: the holes of the grid, party by party. */
export const emptyInGrid = (rows: readonly { readonly party: string; readonly cells: readonly ExpertiseCell[] }[]): Refusal => {
  const told = (language: 'fr' | 'en'): string =>
    rows.map(({ party, cells }) => `${party} (${cells.map(cell => cellNames[cell][language]).join(', ')})`).join(' ; ');
  return because(
    'empty-expertise',
    'PMP-55',
    say(`Cases vides de la grille d’expertise : ${told('fr')}.`, `Empty cells of the grid of expertise: ${told('en')}.`),
    say('Chercher qui apporte ce qui manque.', 'Look for who brings what is missing.'),
  );
};
