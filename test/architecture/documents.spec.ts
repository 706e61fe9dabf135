import { canonicalJson, contentHash, eventId, partnershipStream } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { generatedFolder, generatedPages, stalePages } from '../support/docs/pages.js';
import { variablesIn, vectorsIn, type Vector } from '../support/docs/vectors.js';
import { readRepositoryFile, repositoryFiles, sources } from '../support/repository.js';
import { isProductionCode } from './promises/promise.js';

const written = new Map(
  repositoryFiles(new RegExp(`^${generatedFolder}/`)).map(({ path, text }) => [path.slice(generatedFolder.length + 1), text]),
);

describe('the generated pages', () => {
  it('say what the tables say now', () => {
    expect(stalePages(written), 'Run `npm run docs` and commit docs/generated.').toEqual([]);
  });

  it.each(Object.keys(generatedPages))('%s is seen when one word of it is changed, and when it is missing', name => {
    const changed = new Map(written).set(name, `${written.get(name) ?? ''} and one word more`);
    expect(stalePages(changed)).toContain(name);
    const without = new Map([...written].filter(([page]) => page !== name));
    expect(stalePages(without)).toContain(name);
  });

  it('are all made by a generator: a page that somebody added by hand is seen', () => {
    expect(stalePages(new Map(written).set('by-hand.md', '# By hand'))).toContain('by-hand.md');
  });
});

describe('the published test vectors', () => {
  const { text } = readRepositoryFile('docs/verifying.md');
  const vectors = vectorsIn(text);
  const holds = ({ value, canonical, sha256 }: Vector): boolean => canonicalJson(value) === canonical && contentHash(value) === sha256;

  it('are what the code computes', () => {
    expect(vectors.length).toBeGreaterThan(4);
    expect(vectors.filter(vector => !holds(vector))).toEqual([]);
    expect(text).toContain(eventId(partnershipStream('a'), 1));
  });

  it('are seen when one digit of them is wrong', () => {
    expect(vectors.filter(vector => holds({ ...vector, sha256: vector.sha256.replace(/^./, 'x') }))).toEqual([]);
    expect(() => vectorsIn('# Verifying')).toThrow(/no JSON block/);
  });
});

describe('docs/running.md', () => {
  const told = variablesIn(readRepositoryFile('docs/running.md').text);
  const read = variablesIn(
    sources()
      .filter(({ path }) => isProductionCode(path))
      .map(({ text }) => text)
      .join('\n'),
  );

  const untold = (names: readonly string[]): string[] => names.filter(name => !told.includes(name));

  it('tells every variable that a program reads, and no other', () => {
    expect(untold(read), 'Say in docs/running.md what the variable holds.').toEqual([]);
    expect(told.filter(name => !read.includes(name) && name !== 'PALABRE_TEST_RESULTS')).toEqual([]);
  });

  it('and a variable that it does not tell is seen', () => {
    const [name = ''] = variablesIn("process.env['PALABRE_SECRET_SWITCH']");
    expect(untold([name])).toEqual(['PALABRE_SECRET_SWITCH']);
  });
});
