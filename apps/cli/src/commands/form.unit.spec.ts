import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answersTo, fileIn } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { jsonOf, typed } from '../testing/desk.spec.js';
import { InMemoryPalabre } from '../testing/in-memory-palabre.spec.js';

const inDiligence = (): InMemoryPalabre => {
  const api = InMemoryPalabre.of(fileIn('due-diligence'));
  api.views.answers.set('/v1/organisations', [{ organisation: 'org-riviere', name: 'Rives du fleuve' }]);
  return api;
};

const asked = (api: InMemoryPalabre): readonly string[] =>
  api.rehearsal.policy.forms.dueDiligence.filter(({ answerer }) => answerer !== 'host').map(({ id }) => id);

/** What a person writes into the skeleton: an answer behind each name that stands empty. */
function filledIn(lines: readonly string[], api: InMemoryPalabre): string {
  const answers = answersTo(api.rehearsal.policy, 'dueDiligence', 'partner');
  const file = join(mkdtempSync(join(tmpdir(), 'palabre-form-')), 'answers.yaml');
  const written = lines.map(line => {
    if (/^ {4}yes:$/.test(line)) return `${line} true`;
    if (/^ {4}comment:$/.test(line)) return `${line} Un exemple, vu ensemble.`;
    const answer = answers[/^ {2}([\w-]+):$/.exec(line)?.[1] ?? ''];
    return typeof answer === 'string' || typeof answer === 'number' ? `${line} ${answer}` : line;
  });
  writeFileSync(file, written.join('\n'));
  return file;
}

describe('form', () => {
  it('MDM-14: shows every question as it is put, its kind, of whom it is asked and who has answered', async () => {
    const api = inDiligence();
    const before = (await typed(['form', api.id, 'due-diligence', '--as', 'partner-rep'], { api })).out.join('\n');
    expect(before).toContain('This form is open.');
    expect(before).toContain('• Rives du fleuve: has not answered yet');
    for (const id of asked(api))
      expect(before).toMatch(new RegExp(`^ {2}\\S.{8,}\\n {6}${id} · (yes or no|from 1 to 5|in words|a choice|one of)`, 'm'));
    expect(before).toContain('due-diligence --skeleton > answers.yaml');
    api.rehearsal.must('representative', 'AnswerForm', {
      form: 'due-diligence',
      answers: answersTo(api.rehearsal.policy, 'dueDiligence', 'partner'),
      place: 'field',
    });
    const after = (await typed(['form', api.id, 'due-diligence', '--as', 'partner-rep'], { api })).out.join('\n');
    expect(after).toContain('• Rives du fleuve: has answered');
    expect(after).not.toContain('--skeleton');
    expect(after).not.toContain('Nous l’avons dit ensemble.');
  });

  it('says the same in French, and to a machine with the words of each question in both languages', async () => {
    const api = inDiligence();
    const lines = (await typed(['form', api.id, 'due-diligence', '--as', 'partner-rep'], { api, language: 'fr' })).out.join('\n');
    expect(lines).toContain('Ce questionnaire est ouvert.');
    expect(lines).not.toMatch(/has not|yes or no|To answer/);
    const told = jsonOf(await typed(['form', api.id, 'due-diligence', '--json'], { api })) as {
      words: Record<string, { fr: string; en: string }>;
    };
    expect(Object.keys(told.words)).toEqual(expect.arrayContaining([...asked(api)]));
    expect(Object.values(told.words).every(({ fr, en }) => fr.length > 8 && en.length > 8)).toBe(true);
  });

  it('the skeleton, filled in, is what the partner answers with; left empty, nothing of it is taken', async () => {
    const api = inDiligence();
    const skeleton = (await typed(['form', api.id, 'due-diligence', '--skeleton', '--as', 'partner-rep'], { api, language: 'fr' })).out;
    expect(skeleton[0]).toBe('# Vérification dans les deux sens');
    const answer = (file: string) => typed(['do', api.id, 'AnswerForm', '--data', `@${file}`, '--as', 'partner-rep'], { api });
    const empty = await answer(
      filledIn(
        skeleton.map(line => line.replace(/^ {4}yes:$/, '')),
        api,
      ),
    );
    expect(empty.code).not.toBe(0);
    expect(empty.err.join('\n')).toMatch(/\/answers\/DD\d+: \S.{8,} \(yes or no, and a word\)/);
    expect(api.rehearsal.state.forms.dueDiligence.sealed).toEqual([]);
    const { code, err } = await answer(filledIn(skeleton, api));
    expect([code, err]).toEqual([0, []]);
    expect(api.rehearsal.state.forms.dueDiligence.sealed.map(({ party }) => party)).toEqual(['partner']);
  });

  it('a refused answer names the questions that it lacks in words, and is not recorded as an answer', async () => {
    const api = inDiligence();
    const [missing = '', ...others] = asked(api);
    const answers = Object.fromEntries(
      Object.entries(answersTo(api.rehearsal.policy, 'dueDiligence', 'partner')).filter(([id]) => others.includes(id)),
    );
    const data = JSON.stringify({ form: 'due-diligence', answers });
    const { code, err } = await typed(['do', api.id, 'AnswerForm', '--data', data, '--as', 'partner-rep'], { api });
    expect(code).not.toBe(0);
    const named = err.filter(line => line.includes('/answers/'));
    expect(named).toHaveLength(1);
    expect(named[0]).toMatch(new RegExp(`^ {2}/answers/${missing}: \\S.{8,} \\(.+\\)$`));
    expect(api.rehearsal.state.forms.dueDiligence.sealed).toEqual([]);
  });

  it('lists the forms there are with whom each waits for; a mistyped one is told with its neighbour', async () => {
    const api = inDiligence();
    const { out } = await typed(['form', api.id], { api });
    expect(out.find(line => line.startsWith('due-diligence'))).toContain('open; waits for org-horizon, Rives du fleuve');
    expect(out.find(line => line.startsWith('annual-review'))).toContain('not open now');
    const { code, err } = await typed(['form', api.id, 'anual-review'], { api });
    expect(code).not.toBe(0);
    expect(err.join('\n')).toContain('annual-review');
  });
});
