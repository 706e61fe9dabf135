import { readFileSync } from 'node:fs';
import { streamCommands } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import {
  listHash,
  nameHash,
  proposedSettings,
  readList,
  sampleListUrl,
  scoreNames,
  screenedName,
  Screener,
  screenNames,
  sortMatches,
  type FalseMatch,
  type ListEntry,
  type Match,
  type SanctionsList,
} from './index.js';

function sampleList(): SanctionsList {
  const reading = readList([readFileSync(sampleListUrl, 'utf8')]);
  if (!reading.ok) throw new Error('the sample list can be read');
  return reading.list;
}

const sample = sampleList();
const screener = new Screener(sample);
const found = (name: string): string[] => screener.screen(name).map(match => match.entry.id);

describe('screening a name against a list', () => {
  it.each([
    ['Tarhouni Zubeir', 'INi.001'],
    ['زبير الترهوني', 'INi.001'],
    ['Zubair Abdulmalik al Tarhuni', 'INi.001'],
    ['Шолоховский Евграф', 'INi.002'],
    ['Dr. Evgraf Sholokhovski', 'INi.002'],
    ['OUYANG, Xian Long', 'INi.003'],
    ['欧阳贤龙', 'INi.003'],
    ['Asgrimur Thorvaldsson Luczynski', 'INi.004'],
    ['Association caritative Al Wafra', 'INe.101'],
    ['جمعية الوفرة', 'INe.101'],
    ['Северная зарница', 'INe.102'],
    ['Beigang Yunhai', 'INe.103'],
    ['北港云海', 'INe.103'],
    ['Grey River Company', 'INe.104'],
  ])('%s is near %s', (name, id) => {
    expect(found(name)).toEqual([id]);
  });

  it.each(['Les Rives du fleuve', 'Horizon Soins', 'Société du Fleuve Bleu', 'Mamadou Diallo', 'Charitable Association', ''])(
    '“%s” is near nobody',
    name => {
      expect(found(name)).toEqual([]);
    },
  );

  it('a name that the publisher calls weak must be written almost as it stands', () => {
    expect(found('Abu Zoubeir')).toEqual(['INi.001']);
    expect(found('Abou Zoubeir')).toEqual([]);
  });

  it('looks among persons or organisations alone when asked to', () => {
    expect(screener.screen('Tarhouni Zubeir', 'person')).toHaveLength(1);
    expect(screener.screen('Tarhouni Zubeir', 'organisation')).toEqual([]);
  });

  it('the threshold is data: a stricter installation shows less', () => {
    const strict = new Screener(sample, { ...proposedSettings, threshold: 0.95 });
    expect(strict.screen('Tarhouni Zubeir')).toEqual([]);
    expect(strict.screen('Tarhouni Zoubeïr Abdelmalik')).toHaveLength(1);
  });
});

/** A list of invented names from few syllables, so that many are near each other. */
function crowdedList(size: number): SanctionsList {
  const syllables = ['ba', 'kou', 'mar', 'sa', 'li', 'dou', 'ne', 'fa', 'yo', 'tim', 'ha', 'zer'];
  const word = (seed: number): string => [seed, seed * 7 + 3, seed * 13 + 5].map(step => syllables[step % syllables.length]).join('');
  const entry = (index: number): ListEntry => ({
    id: `crowd-${index}`,
    kind: 'person',
    programme: null,
    names: [{ text: `${word(index)} ${word(index * 5 + 1)} ${word(Math.floor(index / 3))}`, quality: 'strong' }],
  });
  return { format: 'un', issued: null, entries: Array.from({ length: size }, (_, index) => entry(index)) };
}

describe('finding without comparing all', () => {
  it('finds what comparing with each name of the list finds', () => {
    const list = crowdedList(700);
    const crowd = new Screener(list, { ...proposedSettings, candidates: 700 });
    const listed = list.entries.map(entry => ({ id: entry.id, name: screenedName(entry.names[0]?.text ?? '') }));
    let near = 0;
    for (const entry of list.entries.slice(0, 40)) {
      const asked = (entry.names[0]?.text ?? '').replace('ou', 'u').replace('zer', 'ser');
      const one = screenedName(asked);
      const all = listed.filter(({ name }) => scoreNames(one, name).score >= proposedSettings.threshold).map(({ id }) => id);
      expect(
        crowd
          .screen(asked)
          .map(match => match.entry.id)
          .toSorted(),
      ).toEqual(all.toSorted());
      near += all.length;
    }
    expect(near).toBeGreaterThan(60);
  });
});

describe('remembered false matches', () => {
  const secret = 'an-invented-secret-of-tests';
  const asked = 'Zubeir Tarhouni';
  const subject = nameHash(asked, secret);
  const matches = screener.screen(asked);

  const onlyMatch = (): Match => {
    const [match] = matches;
    if (!match) throw new Error('the sample list has this name');
    return match;
  };

  const remembered: FalseMatch = {
    subject,
    entry: onlyMatch().reference,
    decidedBy: 'person-0042',
    reason: 'Another year and place of birth, seen on the registration.',
    decidedOn: '2025-02-03',
    until: '2026-02-03',
  };

  it('a match that somebody set aside, with a reason, is not asked again until its day', () => {
    const sorted = sortMatches(matches, subject, [remembered], '2025-08-01');
    expect(sorted.open).toEqual([]);
    expect(sorted.setAside).toEqual([{ match: onlyMatch(), because: remembered }]);
    expect(sortMatches(matches, subject, [remembered], '2026-02-03').open).toEqual([]);
  });

  it('is asked again after its day, and says so; without a day it holds', () => {
    expect(sortMatches(matches, subject, [remembered], '2026-02-04')).toEqual({
      open: [{ match: onlyMatch(), reopened: 'expired' }],
      setAside: [],
    });
    expect(sortMatches(matches, subject, [{ ...remembered, until: null }], '2040-01-01').open).toEqual([]);
  });

  it('is asked again when the list has changed the entry', () => {
    const [entry] = sample.entries;
    if (!entry) throw new Error('the sample list has entries');
    const changed = { ...entry, names: [...entry.names, { text: 'Zoubeïr le Jeune', quality: 'strong' as const }] };
    const later = new Screener({ ...sample, entries: [changed, ...sample.entries.slice(1)] }).screen(asked);
    expect(later).toHaveLength(1);
    expect(sortMatches(later, subject, [remembered], '2025-08-01').open).toMatchObject([{ reopened: 'entry-changed' }]);
  });

  it('says nothing about another name or another entry', () => {
    const others = [
      { ...remembered, subject: nameHash('Zubair Tarhouni', secret) },
      { ...remembered, entry: remembered.entry.replace('INi.001', 'INi.002') },
    ];
    expect(sortMatches(matches, subject, others, '2025-08-01').open).toEqual([{ match: onlyMatch(), reopened: null }]);
  });

  it('the latest decision speaks', () => {
    const shorter = { ...remembered, decidedOn: '2025-06-01', until: '2025-07-01' };
    expect(sortMatches(matches, subject, [remembered, shorter], '2025-08-01').open).toHaveLength(1);
    expect(sortMatches(matches, subject, [remembered, shorter], '2025-06-15').setAside[0]?.because).toEqual(shorter);
  });

  it('holds no word of any name: it may stand in an event', () => {
    const told = JSON.stringify(remembered).toLowerCase();
    for (const word of screenedName(asked).words) expect(told).not.toContain(word.text);
  });
});

describe('the record of a screening', () => {
  const secret = 'an-invented-secret-of-tests';
  const source = { id: 'invented-list', hash: listHash(sample) };
  const board = ['Zubeir Tarhouni', 'Mamadou Diallo', 'Association caritative Al Wafra', 'TARHOUNI Zubeïr'];
  const { record, matches } = screenNames(screener, source, board, secret);

  it('tells for each name, once, which entries it resembles and how much', () => {
    expect(record.subjects.map(({ resembles }) => resembles.map(({ entry, score }) => [entry.split('/')[0], score]))).toEqual([
      [['INi.001', 87]],
      [],
      [['INe.101', 98]],
    ]);
    expect(record.subjects[0]?.subject).toBe(nameHash('Zubeir Tarhouni', secret));
    expect(matches.get(record.subjects[0]?.subject ?? '')?.[0]?.name.text).toBe('Zoubeïr Abdelmalik Tarhouni');
  });

  it('holds only what may stand in an event: opaque ids and figures, no word of any name', () => {
    const told = JSON.stringify(record).toLowerCase();
    for (const name of [...board, ...sample.entries.flatMap(entry => entry.names.map(({ text }) => text))]) {
      for (const word of screenedName(name).words) if (word.text.length > 3) expect(told).not.toContain(word.text);
    }
    expect(record.listHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is the body of the command that records a screening', () => {
    expect(streamCommands.organisation.RecordScreening.data.safeParse(record)).toMatchObject({ success: true });
  });

  it('another issue of the list has another hash', () => {
    expect(listHash({ ...sample, entries: sample.entries.slice(1) })).not.toBe(record.listHash);
    expect(listHash(sampleList())).toBe(record.listHash);
  });
});
