import { lives, policyOfCharter, Scripted, type Cast, type Life } from '@palabre/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from '../support/house.js';
import { castOf, historyOf, openAs, perform } from '../support/understudy.js';

function told(life: Life, as: { readonly id?: string; readonly cast: Cast }): Scripted {
  const file = new Scripted(policyOfCharter(life.charter, life.type), as);
  life.story(file);
  return file;
}

let house: House;
let cast: Cast;

beforeAll(async () => {
  house = await openHouse();
  cast = castOf(house);
}, 300_000);

afterAll(() => house.stop());

describe('a partnership of each type, from its idea to its proper end, on the real servers', () => {
  it.concurrent.each(lives)(
    '$type: every act is answered as the rules answer it, the file is closed, and ledger, engine and views say the same',
    async life => {
      const partnership = await openAs(house, told(life, { cast }).script);
      const file = told(life, { id: partnership, cast });
      expect((await perform(house, partnership, file.script)).differences).toEqual([]);
      const history = await historyOf(house, partnership, file.state.head.version);
      expect(history.map(({ attributes }) => attributes.type)).toEqual(file.told());
      expect(life.tells.filter(type => !file.told().includes(type))).toEqual([]);
      expect(history.at(-1)?.attributes.streamversion).toBe(file.state.head.version);
      const view = await house.call('auditor', 'GET', `/v1/partnerships/${partnership}`);
      expect(JSON.stringify(view.body)).toContain('"closed"');
      const verified = await house.palabre('verify', partnership, '--as', 'auditor', '--json');
      expect(JSON.parse(verified.stdout)).toMatchObject({ equal: true });
    },
    150_000,
  );
});
