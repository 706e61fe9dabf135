import { describe, expect, it } from 'vitest';
import { canonicalJson, dataSchemaName, eventHash, eventId, genesisHash, sealEnvelope, type EventEnvelope } from '@palabre/contracts';
import { attributesText, currentData, fromRecord, nativeEventId, receivedHash, toRecord, unsignedText, type RawRecord } from './index.js';

const envelope = (
  data: unknown = { objective: 'Eau — “sûre” 💧', partnershipIsRightMethod: true, argument: 'Ensemble\n\u0007' },
): EventEnvelope =>
  sealEnvelope(
    {
      specversion: '1.0',
      id: eventId('partnership/p-1', 2),
      source: '/palabre',
      type: 'PartnershipNeedAssessed',
      subject: 'p-1',
      time: '2026-01-02T03:04:05.678Z',
      datacontenttype: 'application/json',
      dataschema: dataSchemaName('PartnershipNeedAssessed', 1),
      stream: 'partnership/p-1',
      streamversion: 2,
      epoch: 1,
      factat: '2026-01-02T03:04:05.678Z',
      actor: 'person-7',
      actorrole: 'hq-ops',
      party: 'host',
      cause: 'command-9',
      correlation: 'click-3',
      charter: 'mdm',
      charterhash: 'a'.repeat(64),
      schemaversion: 1,
      rehearsal: true,
      previoushash: genesisHash,
    },
    data,
  );

const raw = (
  change: (record: { key: string; headers: Record<string, string>; value: Buffer }) => void = () => undefined,
  source = envelope(),
): RawRecord => {
  const record = toRecord(source);
  change(record);
  return { ...record, partition: 3, offset: 12n, timestamp: '2026-01-02T03:04:06.000Z' };
};

const problemOf = (record: RawRecord) => {
  const reading = fromRecord(record);
  return reading.ok ? null : reading.problem;
};

describe('an event on the wire', () => {
  it('comes back as it left: attributes, data, and the text that was hashed', () => {
    const source = envelope();
    const reading = fromRecord(raw());
    expect(reading.ok && reading.event.attributes).toEqual(source.attributes);
    expect(reading.ok && reading.event.data).toEqual(source.data);
    expect(reading.ok && reading.event.dataText).toBe(canonicalJson(source.data));
  });

  it('lies under its partnership, with every attribute as a ce_ header and canonical JSON as value', () => {
    const record = toRecord(envelope());
    expect(record.key).toBe('p-1');
    expect(record.headers).toMatchObject({
      ce_streamversion: '2',
      ce_rehearsal: 'true',
      ce_specversion: '1.0',
      ce_type: 'PartnershipNeedAssessed',
    });
    expect(Object.keys(record.headers)).toHaveLength(23);
  });

  it('has the same hash by native code as by the contracts’ pure code, and the same canonical attributes', () => {
    const { attributes, data } = envelope();
    const { hash, ...unsigned } = attributes;
    expect(unsignedText(attributes)).toBe(canonicalJson(unsigned));
    expect(attributesText(attributes)).toBe(canonicalJson(attributes));
    expect(receivedHash(attributes, canonicalJson(data))).toBe(eventHash(unsigned, canonicalJson(data)));
    expect(receivedHash(attributes, canonicalJson(data))).toBe(hash);
    for (let version = 1; version < 200; version += 1)
      expect(nativeEventId('partnership/p-1', version)).toBe(eventId('partnership/p-1', version));
  });

  it('is too new, not malformed, when its schema version is beyond this reader', () => {
    const source = envelope();
    const { hash: _hash, ...unsigned } = source.attributes;
    const newer = sealEnvelope({ ...unsigned, schemaversion: 9 }, { other: 'shape' });
    expect(problemOf(raw(() => undefined, newer))).toMatchObject({ kind: 'too-new', stream: 'partnership/p-1', version: 2 });
  });

  it('is of unknown type when its name is not in the published language', () => {
    const { hash: _hash, ...unsigned } = envelope().attributes;
    expect(problemOf(raw(() => undefined, sealEnvelope({ ...unsigned, type: 'MoonLanded' }, {})))).toMatchObject({
      kind: 'unknown-type',
      version: 2,
    });
  });
});

describe('a record that is no event', () => {
  it.each([
    ['a changed byte in the value', (r: { value: Buffer }) => void (r.value[3] = 65), 'broken-hash'],
    ['a changed actor', (r: { headers: Record<string, string> }) => void (r.headers['ce_actor'] = 'person-8'), 'broken-hash'],
    ['no headers', (r: { headers: Record<string, string> }) => void (r.headers = {}), 'malformed'],
    ['a version with a leading zero', (r: { headers: Record<string, string> }) => void (r.headers['ce_streamversion'] = '02'), 'malformed'],
    ['an attribute nobody knows', (r: { headers: Record<string, string> }) => void (r.headers['ce_mood'] = 'good'), 'malformed'],
    ['a NUL in an attribute', (r: { headers: Record<string, string> }) => void (r.headers['ce_party'] = 'ho\u0000st'), 'malformed'],
    [
      'the stream of another kind of thing',
      (r: { headers: Record<string, string> }) => void (r.headers['ce_stream'] = 'moon/p-1'),
      'malformed',
    ],
    ['the key of another partnership', (r: { key: string }) => void (r.key = 'p-2'), 'malformed'],
    ['bytes that are no text', (r: { value: Buffer }) => void (r.value = Buffer.from([0xff, 0xfe])), 'malformed'],
  ] as const)('with %s is named with its problem and throws nothing', (_what, change, kind) => {
    const problem = problemOf(raw(change));
    expect(problem?.kind).toBe(kind);
    expect(problem?.reason.length).toBeGreaterThan(10);
  });

  it('with data against the contract is malformed although its hash holds', () => {
    const problem = problemOf(raw(() => undefined, envelope({ objective: '', partnershipIsRightMethod: 'yes' })));
    expect(problem).toMatchObject({ kind: 'malformed', version: 2 });
    expect(problem?.reason).toContain('partnershipIsRightMethod');
  });
});

describe('a record that cannot be believed', () => {
  it('stops the partnership of its key at most, whatever stream its headers claim', () => {
    const claims = (stream: string) => problemOf(raw(r => void ((r.headers['ce_stream'] = stream), (r.headers['ce_epoch'] = '0'))));
    expect(claims('partnership/p-1')?.stream).toBe('partnership/p-1');
    expect(claims('organisation/p-1')?.stream).toBe('organisation/p-1');
    expect(claims('partnership/p-2')?.stream).toBe('partnership/p-1');
    expect(claims('a\u0000b')?.stream).toBe('partnership/p-1');
  });

  it('goes to a stream that no event can have when its key is no id', () => {
    for (const key of ['', 'p\u0000', 'somebody@example', 'x'.repeat(121)]) {
      expect(problemOf(raw(r => void (r.key = key)))).toMatchObject({ kind: 'malformed', stream: 'unknown/3' });
    }
  });
});

describe('data read from the log or from the ledger', () => {
  it('is what was received when it is of the newest version, and what nobody can read any more is a bug that says so', () => {
    const data = { any: 'thing' };
    expect(currentData('PartnershipNeedAssessed', 1, data)).toBe(data);
    expect(() => currentData('PartnershipNeedAssessed', 0, data)).toThrow('PartnershipNeedAssessed, schema version 0: no-upcaster');
  });
});
