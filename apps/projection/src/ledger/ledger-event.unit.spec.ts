import { describe, expect, it } from 'vitest';
import { canonicalJson } from '@palabre/contracts';
import { Story } from '../spec/story.js';
import { fromLedgerRow, ledgerEvent } from './ledger-event.js';

describe('an event of the ledger', () => {
  it('is the same whether it comes fresh from the log or is read back', () => {
    for (const [index, event] of Story.opened().talk(2).told.entries()) {
      const row = { position: String(index + 1), attributes: canonicalJson(event.attributes), payload: canonicalJson(event.data) };
      expect(fromLedgerRow(row)).toEqual(event);
    }
  });

  it('shows what jsonb cannot hold as U+FFFD in read models, and leaves whole emoji and written escapes alone', () => {
    const { attributes } = Story.opened().talk(1).told[2] ?? {};
    if (!attributes) throw new Error('the story has three events');
    const data = { object: 'x', party: 'host', message: 'a\u0000b \ud83d c 💧 \\u0000' };
    expect(ledgerEvent(1n, attributes, data, JSON.stringify(data)).data).toEqual({ ...data, message: 'a\ufffdb \ufffd c 💧 \\u0000' });
    const plain = { ...data, message: 'plain' };
    expect(ledgerEvent(1n, attributes, plain, JSON.stringify(plain)).data).toBe(plain);
  });
});
