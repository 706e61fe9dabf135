import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { houseFor } from '../testing/demo-house.spec.js';
import { jsonOf, typed } from '../testing/desk.spec.js';
import { repositoryFile } from '../testing/in-memory-palabre.spec.js';

const folder = repositoryFile('infra/demo');

const names = readdirSync(folder).filter(name => name.endsWith('.yaml'));

describe('the portfolio of the demonstration, against the rules alone', () => {
  it.each(names)('%s: every act ends as it is written, refusals included', async name => {
    const file = `${folder}/${name}`;
    const report = jsonOf(await typed(['play', file, '--json'], { api: houseFor(file) })) as { readonly error?: unknown };
    expect(report.error).toBeUndefined();
  });

  it('the alliance between North and South tells how people like to meet, and its budget has the three lines of its charter', async () => {
    const file = `${folder}/jisr-al-jiwar.yaml`;
    const house = houseFor(file);
    await typed(['play', file, '--json'], { api: house });
    const met = house.rehearsal.last('IntroductionHeld') as { topics?: object };
    expect(Object.keys(met.topics ?? {}).toSorted()).toEqual(['communication', 'expectations', 'experience', 'hours', 'values']);
    const suits = { from: '13:30', until: '16:00', channels: ['هاتف', 'رسائل'] };
    expect(house.rehearsal.last('MeetingCalendarAgreed')).toMatchObject({ suits });
    const budget = house.rehearsal.last('BudgetProposed') as { body: { lines: readonly { purpose?: string }[] } };
    const purposes = new Set(budget.body.lines.flatMap(({ purpose }) => purpose ?? []));
    expect([...purposes].toSorted()).toEqual(['communityParticipation', 'southSouth', 'timeTogether']);
  });
});
