import { builtInCharter, builtInCharterCodes } from '@palabre/charters';
import { asRehearsal, registeringAssociation } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { streamFieldWords } from '../words/stream-field-words.js';
import { jsonOf, typed } from '../testing/desk.spec.js';
import { InMemoryPalabre } from '../testing/in-memory-palabre.spec.js';

const association = JSON.stringify({ ...registeringAssociation, documents: { statutes: 'doc-1' } });

const campaign = JSON.stringify({
  title: 'Écoute 2027',
  scale: { lowest: 1, highest: 5 },
  questions: [{ id: 'fear', kind: 'scale', asks: { fr: 'Parler sans crainte ?', en: 'Speak without fear?' } }],
  dimensions: [],
  closesAt: '2027-02-28T23:59:59.999Z',
  ...asRehearsal,
});

const opened = async (api: InMemoryPalabre): Promise<string> => {
  const { id } = jsonOf(await typed(['campaigns', 'open', '--data', campaign, '--json'], { api })) as { id: string };
  return id;
};

describe('organisations', () => {
  it('registers one, shows it with what waits, and tells what may be asked of it', async () => {
    const api = new InMemoryPalabre();
    const run = await typed(['organisations', 'register', '--data', association], { api });
    expect(run.code).toBe(0);
    expect(run.out[0]).toMatch(/^Begun: org-riviere, version \d+\.$/);
    expect(run.out.join('\n')).not.toContain('The partnership');
    const shown = (await typed(['organisations', 'show', 'org-riviere'], { api, language: 'fr' })).out.join('\n');
    expect(shown).toMatch(/identifiant +org-riviere/);
    expect(shown).toMatch(/fiche +sorte : association ; secteur : société civile/);
    const file = api.streams.file({ kind: 'organisation', id: 'org-riviere' });
    expect(file.waiting()).toContain('complete-documents');
    expect(jsonOf(await typed(['organisations', 'show', 'org-riviere', '--json'], { api }))).toMatchObject({
      standing: 'open',
      state: { donor: false },
      tasks: expect.arrayContaining([expect.objectContaining({ kind: 'complete-documents' })]) as unknown,
    });
    const actions = (await typed(['organisations', 'actions', 'org-riviere'], { api })).out.join('\n');
    expect(actions).toContain('✔ ChangeProfile                Change the profile');
    expect(actions).not.toContain('EnterPhase');
  });

  it('every field of an organisation and of a campaign has words in both languages, down to those of its profile', async () => {
    const api = new InMemoryPalabre();
    await typed(['organisations', 'register', '--data', association], { api });
    const organisation = api.streams.file({ kind: 'organisation', id: 'org-riviere' }).state;
    const survey = api.streams.file({ kind: 'campaign', id: await opened(api) }).state;
    const told = [
      ...Object.keys(organisation),
      ...Object.keys(survey),
      ...Object.keys((organisation as { profile?: object }).profile ?? {}),
    ];
    const apart = ['schema', 'id', 'head', 'phase', 'phaseSince', 'standing', 'calendar', 'tasks', 'deadlines', 'settings', 'sealed'];
    expect(told.length).toBeGreaterThan(30);
    expect(told.filter(name => !apart.includes(name) && streamFieldWords[name] === undefined)).toEqual([]);
    const english = (await typed(['organisations', 'show', 'org-riviere'], { api })).out.join('\n');
    expect(english).toMatch(/working languages: /);
    expect(english).not.toMatch(/workingLanguages|publicProfile|openHits/);
  });

  it('ALE-04: a refused registration ends with 3, its rule named, and nothing begins', async () => {
    const api = new InMemoryPalabre();
    const incomplete = JSON.stringify({ ...(JSON.parse(association) as object), registration: null });
    const run = await typed(['organisations', 'register', '--data', incomplete], { api });
    expect(run.code).toBe(3);
    expect(run.err.join('\n')).toContain('(rule ALE-04)');
    expect(api.streams.files.size).toBe(0);
  });

  it('asks for a command of an organisation and says why another would be refused', async () => {
    const api = new InMemoryPalabre();
    await typed(['organisations', 'register', '--data', association], { api });
    const judged = ['organisations', 'do', 'org-riviere', 'JudgeDonorStanding', '--data', '{"donor":true,"reason":"Elle finance."}'];
    expect((await typed(judged, { api })).out[0]).toMatch(/^Accepted: version \d+\.$/);
    expect(api.streams.file({ kind: 'organisation', id: 'org-riviere' }).state).toMatchObject({ donor: true });
    const whyNot = await typed(['organisations', 'why-not', 'org-riviere', 'JudgeDonorStanding', '--as', 'hq-cases'], { api });
    expect(whyNot.out[0]).toBe('JudgeDonorStanding: hq-cases would be refused.');
  });

  it('the help of `do` lists the commands of an organisation and none of a partnership', async () => {
    const help = (await typed(['organisations', 'do', '--help'])).out.join('\n');
    expect(help).toContain('RememberFalseMatch');
    expect(help).not.toContain('SignAgreement');
  });
});

describe('campaigns', () => {
  it('ALE-39: an invitation answers once, without an account; a second answer with it is refused', async () => {
    const api = new InMemoryPalabre();
    const id = await opened(api);
    const { invitations } = jsonOf(await typed(['campaigns', 'invite', id, '--count', '2', '--json'], { api })) as {
      invitations: string[];
    };
    expect(invitations).toHaveLength(2);
    const answer = ['campaigns', 'answer', id, '--invitation', invitations[0] ?? '', '--data', '{"answers":{"fear":4},"traits":{}}'];
    expect((await typed(answer, { api, language: 'fr' })).out).toEqual(['Merci : la réponse est prise.']);
    const again = await typed(answer, { api });
    expect(again.code).toBe(3);
    expect(again.out).toEqual([]);
    const shown = (await typed(['campaigns', 'show', id, '--json'], { api })).out.join('\n');
    for (const invitation of invitations) expect(shown).not.toContain(invitation);
  });

  it('shows the questions of a survey to anybody, and closes it by its command', async () => {
    const api = new InMemoryPalabre();
    const id = await opened(api);
    expect(jsonOf(await typed(['campaigns', 'survey', id], { api }))).toMatchObject({ questions: [{ id: 'fear' }] });
    expect((await typed(['campaigns', 'do', id, 'CloseSurveyCampaign'], { api })).code).toBe(0);
    expect(api.streams.file({ kind: 'campaign', id }).state.standing).toBe('closed');
  });

  it.each([
    [['campaigns', 'invite', 'x'], 'The argument “--count” is missing'],
    [['campaigns', 'invite', 'x', '--count', 'many'], '“many” does not fit --count'],
    [['campaigns', 'answer', 'x'], 'The argument “--invitation” is missing'],
  ])('%j ends with 2 and says what to do', async (args, what) => {
    const run = await typed(args);
    expect(run.code).toBe(2);
    expect(run.err.join('\n')).toContain(what);
    expect(run.out).toEqual([]);
  });
});

describe('the survey of a charter', () => {
  const told = JSON.stringify({ title: 'Écoute 2027', closesAt: '2027-02-28T23:59:59.999Z', ...asRehearsal });

  it('ALE-07: one command opens it as a campaign, the strengths to keep scored apart; who answers sees the same questions', async () => {
    const api = new InMemoryPalabre();
    const run = await typed(['campaigns', 'from', 'alert', '--data', told, '--json'], { api });
    expect(run.code).toBe(0);
    const { id } = jsonOf(run) as { id: string };
    const asked = jsonOf(await typed(['campaigns', 'survey', id], { api })) as { questions: { id: string; keepDoing?: boolean }[] };
    const charter = builtInCharter('alert')!.content.questionnaires.survey.questions;
    expect(asked.questions.map(one => one.id)).toEqual(charter.map(one => one.id));
    const kept = asked.questions.filter(one => one.keepDoing === true).map(one => one.id);
    expect(kept).toEqual(charter.filter(one => one.keep_doing === true).map(one => one.id));
    expect(kept.length).toBeGreaterThan(0);
  });

  it('ALE-07: a charter without a survey, or none at all, begins nothing and says what to do', async () => {
    const without = builtInCharterCodes.find(code => builtInCharter(code)!.content.questionnaires.survey.questions.length === 0);
    for (const charter of ['no-such-charter', ...(without === undefined ? [] : [without])]) {
      const api = new InMemoryPalabre();
      const run = await typed(['campaigns', 'from', charter, '--data', told], { api });
      expect(run.code).toBe(2);
      expect(run.err.join('\n')).toContain(charter);
      expect(api.streams.files.size).toBe(0);
    }
  });
});
