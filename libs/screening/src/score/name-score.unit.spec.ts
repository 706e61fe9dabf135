import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreNames, screenedName, tellScore } from '../index.js';
import { editDistance } from './distance.js';

const score = (asked: string, listed: string): number => scoreNames(screenedName(asked), screenedName(listed)).score;

const threshold = 0.85;

/** Words as they stand in names: Latin with accents, Cyrillic, Arabic, ideographs, and small words between. */
const word = fc.oneof(
  fc.stringMatching(/^[a-z]{1,10}$/),
  fc.constantFrom('Zoubeïr', 'Þorvaldsson', 'Łuczyński', 'Société', 'Sørensen', 'Müller', 'Nguyễn'),
  fc.constantFrom('Шолоховский', 'Евграф', 'Фонд', 'Юлия', 'Щукин'),
  fc.constantFrom('عبد', 'الله', 'محمد', 'الترهوني', 'جمعية', 'زبير'),
  fc.constantFrom('欧阳贤龙', '北港', '云海', '公司'),
  fc.constantFrom('al', 'de', 'bin', 'Dr', 'Ltd', 'Association', 'charitable', 'J'),
);

const name = fc.array(word, { minLength: 1, maxLength: 5 }).map(words => words.join(' '));

/** The same letters with an accent on some of them. */
const accented = (text: string): string => text.replace(/[aeo]/g, letter => `${letter}\u0301`);

describe('the score of two names', () => {
  it('is the same both ways round, between 0 and 1', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(score(one, other)).toBe(score(other, one));
        expect(score(one, other)).toBeGreaterThanOrEqual(0);
        expect(score(one, other)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 400 },
    );
  });

  it('is 1 for a name and itself, whatever the case, the accents and the order of its words', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), words => {
        const asked = words.join(' ');
        for (const other of [asked, asked.toUpperCase(), accented(asked), words.toReversed().join(', ')]) {
          expect(score(asked, other)).toBeCloseTo(1, 10);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('does not change when the words of a name change places', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 5 }), name, (words, other) => {
        expect(score(words.toReversed().join(' '), other)).toBe(score(words.join(' '), other));
      }),
      { numRuns: 300 },
    );
  });

  it('is 0 for a name without letters, which is near nobody', () => {
    expect(score('', '')).toBe(0);
    expect(score(' -- !', 'Zoubeïr')).toBe(0);
  });

  it.each([
    ['Mohamed Ali Hassan', 'محمد علي حسن'],
    ['Abdullah Hassan', 'عبد الله حسن'],
    ['Abdel Rahman Yusuf', 'عبدالرحمن يوسف'],
    ['Fatima Zahra', 'فاطمة الزهراء'],
    ['Evgraf Cholokhovski', 'Евграф Шолоховский'],
    ['Wang Xiaoming', '王小明'],
    ['Asgrimur Luczynski', 'Ásgrímur Łuczyński'],
    ['TARHOUNI, Zubair', 'Zoubeïr Tarhuni'],
    ['Dr. Zoubeïr Tarhouni', 'Zoubeir Tarhouni'],
    ['Association caritative Al Wafra', 'Al-Wafra Charitable Association'],
    ['Association caritative Al-Wafra', 'جمعية الوفرة الخيرية'],
    ['Northern Zarnica Fund', 'Northern Zarnitsa Foundation'],
    ['Mamadou Koundoura', 'Mamadou Lamine Koundoura'],
  ])('finds that %s may be %s', (asked, listed) => {
    expect(score(asked, listed)).toBeGreaterThanOrEqual(threshold);
  });

  it.each([
    ['Mohamed Ahmed', 'Mahmoud Ahmed'],
    ['Association caritative Al-Rahma', 'Al-Wafra Charitable Association'],
    ['Société du Fleuve Bleu', 'Société d’Échanges du Fleuve Gris'],
    ['Lamine', 'Mamadou Lamine Koundoura'],
    ['Charitable Association', 'Al-Wafra Charitable Association'],
    ['Les Rives du fleuve', 'Grey River Exchange Company'],
  ])('does not take %s for %s', (asked, listed) => {
    expect(score(asked, listed)).toBeLessThan(threshold);
  });
});

describe('the reasons of a score', () => {
  const reasons = scoreNames(screenedName('Abdullah Zubair Diallo'), screenedName('Zoubeïr Abd Allah Tarhouni'));

  it('name the words that matched, how, and those that stand alone on each side', () => {
    expect(reasons.matched.map(({ asked, listed, how }) => ({ asked, listed, how }))).toEqual([
      { asked: ['abdullah'], listed: ['abd', 'allah'], how: 'joined' },
      { asked: ['zubair'], listed: ['zoubeir'], how: 'sound' },
    ]);
    expect(reasons.askedAlone).toEqual(['diallo']);
    expect(reasons.listedAlone).toEqual(['tarhouni']);
  });

  it('turn round with the names', () => {
    const turned = scoreNames(screenedName('Zoubeïr Abd Allah Tarhouni'), screenedName('Abdullah Zubair Diallo'));
    expect(turned.matched.map(({ asked, listed }) => [asked, listed])).toEqual(reasons.matched.map(({ asked, listed }) => [listed, asked]));
    expect(turned.askedAlone).toEqual(['tarhouni']);
  });

  it('are told in French and in English', () => {
    const told = tellScore(reasons);
    expect(told[0]?.fr).toMatch(/^Proximité : \d+ %$/);
    expect(told.map(({ en }) => en)).toEqual(
      expect.arrayContaining([
        '“zubair” and “zoubeir”: the same consonants, 90%',
        'Not found on the list: “diallo”',
        'On the list only: “tarhouni”',
      ]),
    );
  });
});

describe('the distance of two words', () => {
  it.each([
    ['horizon', 'horizon', 0],
    ['horizon', 'horzon', 1],
    ['horizon', 'hroizon', 1],
    ['horizon', 'horizont', 1],
    ['horizon', 'orison', 2],
    ['horizon', 'riviera', 4],
  ])('from %s to %s is %i, and never more than one above the limit', (one, other, edits) => {
    expect(editDistance(one, other, 3)).toBe(edits);
    expect(editDistance(other, one, 3)).toBe(edits);
  });
});
