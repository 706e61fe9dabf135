import { finding, type Check } from './findings.js';
import { keysAt, listAt, valueAt, type FieldPath } from './paths.js';

const codesOf = (content: unknown, list: FieldPath): unknown[] => listAt(content, list).map(item => valueAt(item, ['code']));

/** A name that one section uses and another must define. */
function undefinedIn(names: FieldPath, key: string, defined: FieldPath, fr: string, en: string): Check {
  return content => {
    const known = codesOf(content, defined);
    return listAt(content, names).flatMap((item, index) => {
      const name = valueAt(item, [key]);
      return typeof name !== 'string' || known.includes(name) ? [] : [finding([...names, index, key], fr, en)];
    });
  };
}

const [stepFr, stepEn] = ['une étape de steps', 'a step of steps'];

const qualities: Check = (content, matrixTypes) =>
  keysAt(content, ['questionnaires']).flatMap(form =>
    undefinedIn(
      ['questionnaires', form],
      'quality',
      ['qualities'],
      'une qualité de qualities',
      'a quality of qualities',
    )(content, matrixTypes),
  );

/** Levels are offered to a type only by a charter that describes them, and never by one that has none (MDM-82, ALE-30). */
const leadership: Check = content => {
  const spectrum = valueAt(content, ['switches', 'leadership_spectrum', 'value']);
  const described = codesOf(content, ['leadership', 'levels']);
  const path: FieldPath = ['switches', 'leadership_spectrum', 'value'];
  const undescribed =
    spectrum === 'three-levels' && described.length === 0
      ? [finding(path, 'none, ou la partie leadership qui décrit les niveaux', 'none, or the section leadership that describes the levels')]
      : [];
  const perType = keysAt(content, ['switches', 'leadership_levels']).flatMap(type => {
    const offered: FieldPath = ['switches', 'leadership_levels', type, 'value'];
    const levels = listAt(content, offered);
    if (spectrum === 'none' && levels.length > 0) {
      return [finding(offered, '[], puisque leadership_spectrum est none', '[], since leadership_spectrum is none')];
    }
    return levels.flatMap((level, index) =>
      described.length === 0 || described.includes(level)
        ? []
        : [finding([...offered, index], 'un niveau décrit dans leadership', 'a level described in leadership')],
    );
  });
  return [...undescribed, ...perType];
};

export const sectionContradictions: readonly Check[] = [
  undefinedIn(['principles', 'items'], 'group', ['steps'], stepFr, stepEn),
  undefinedIn(['tools'], 'step', ['steps'], stepFr, stepEn),
  qualities,
  leadership,
];
