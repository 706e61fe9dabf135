import {
  eventHash,
  followsInChain,
  genesisHash,
  canonicalJson,
  type CommandAnswer,
  type OpenAction,
  type PartnershipStanding,
  type WhyNotAnswer,
} from '@palabre/contracts';
import { evolve, initialState, type PartnershipState } from '@palabre/lifecycle';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bundleSources } from '../testbed/bundle.js';
import { command, message, officer, openingOf, outsider, tooEarly } from '../testbed/commands.js';
import { upTo } from '../testbed/event-log-in-memory.js';
import { Stage, turnedAway } from '../testbed/stage.js';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.set();
  await stage.startWorker(await bundleSources('index.ts'));
});

afterAll(() => stage.strike());

let opened = 0;

/** A rehearsal of its own for each test. */
async function aPartnership(): Promise<string> {
  opened += 1;
  const id = `p-${stage.taskQueue.slice(-12)}-${opened}`;
  const answer = await stage.open(id, openingOf('rehearsal'));
  expect(answer.outcome).toBe('accepted');
  return id;
}

const stateOf = (id: string): Promise<PartnershipState> => stage.query<PartnershipState>(id, 'state');

describe('one partnership, one stream, one writer', () => {
  it('PMP-03: opens with its first command, under the policy that travels with it', async () => {
    const id = await aPartnership();
    expect(await stateOf(id)).toMatchObject({ id, standing: 'open', phase: 'idea', policy: { charter: 'invented' } });
    await stage.settled(id);
    expect(stage.eventLog.typesOf(id)[0]).toBe('PartnershipIdeaRecorded');
    expect(stage.eventLog.of(id)[0]?.attributes).toMatchObject({ previoushash: genesisHash, charter: 'invented', rehearsal: true });
  });

  it('numbers events 1, 2, 3 … without a gap and chains them, with eight callers at once', async () => {
    const id = await aPartnership();
    const answers = await Promise.all(
      upTo(8).map(async caller => {
        const given: CommandAnswer[] = [];
        for (const turn of upTo(10)) given.push(await stage.send(id, message(`caller ${caller}, turn ${turn}`)));
        return given;
      }),
    );
    const version = await stage.settled(id);
    const produced = answers.flat().map(answer => answer.version);
    expect(new Set(produced).size).toBe(80);
    expect(stage.eventLog.versionsOf(id)).toEqual(upTo(version));
    stage.eventLog
      .of(id)
      .forEach((event, place, all) => expect(followsInChain(event, all[place - 1]?.attributes.hash ?? genesisHash)).toBe(true));
  });

  it('announces what, folded from nothing, is the state of the workflow itself', async () => {
    const id = await aPartnership();
    await stage.send(id, message('one'));
    await stage.send(id, tooEarly());
    await stage.settled(id);
    const folded = stage.eventLog.of(id).reduce(evolve, initialState(id));
    expect(JSON.parse(JSON.stringify(folded))).toEqual(await stateOf(id));
    for (const { attributes, data } of stage.eventLog.of(id)) {
      const { hash, ...unsigned } = attributes;
      expect(eventHash(unsigned, canonicalJson(data))).toBe(hash);
    }
  });

  it('keeps deciding while the event log is away, and loses nothing', async () => {
    const id = await aPartnership();
    await stage.settled(id);
    stage.eventLog.goAway();
    const before = stage.eventLog.attempts;
    const answers = [await stage.send(id, message('said in the dark')), await stage.send(id, message('and again'))];
    expect(answers.map(answer => answer.outcome)).toEqual(['accepted', 'accepted']);
    await vi.waitFor(() => expect(stage.eventLog.attempts).toBeGreaterThan(before + 1), { timeout: 60_000 });
    stage.eventLog.comeBack();
    const version = await stage.settled(id);
    expect(stage.eventLog.versionsOf(id)).toEqual(upTo(version));
  });
});

describe('repeated commands', () => {
  it('gives the same answer to the same command id, and does nothing twice', async () => {
    const id = await aPartnership();
    const once = message('said once', { id: 'said-once' });
    const [first, ...again] = [
      await stage.send(id, once),
      await stage.send(id, once),
      await stage.send(id, { ...once, correlation: 'second-click' }),
    ];
    expect(again).toEqual([first, first]);
    const version = await stage.settled(id);
    expect(version).toBe(first?.version);
    expect(stage.eventLog.typesOf(id).filter(type => type === 'PalaverMessagePosted')).toHaveLength(1);
  });

  it('refuses a command id that comes back with another body, and records nothing', async () => {
    const id = await aPartnership();
    await stage.send(id, message('as first said', { id: 'said-first' }));
    const before = await stage.settled(id);
    expect(await turnedAway(stage.send(id, message('something else', { id: 'said-first' })))).toEqual({
      type: 'NotAccepted',
      code: 'command-id-reused',
    });
    expect(await stage.settled(id)).toBe(before);
  });

  it('decides one of two conflicting commands that expect the same version', async () => {
    const id = await aPartnership();
    const { version } = (await stateOf(id)).head;
    const both = await Promise.all(['one', 'two'].map(text => stage.send(id, message(text, { expectedVersion: version }))));
    expect(both.map(answer => answer.outcome).sort()).toEqual(['accepted', 'refused']);
    const refused = both.find(answer => answer.outcome === 'refused');
    expect(refused).toMatchObject({ refusal: { code: 'wrong-version' } });
    await stage.settled(id);
    expect(stage.eventLog.typesOf(id).filter(type => type === 'PalaverMessagePosted')).toHaveLength(1);
  });
});

describe('refusals', () => {
  it('HFA-15: a refusal by policy is an answer and an event, and changes nothing else', async () => {
    const id = await aPartnership();
    const before = await stateOf(id);
    const answer = await stage.send(id, tooEarly());
    expect(answer).toMatchObject({ outcome: 'refused', version: before.head.version + 1 });
    const after = await stateOf(id);
    expect({ ...after, head: before.head, calendar: before.calendar }).toEqual(before);
    await stage.settled(id);
    expect(stage.eventLog.of(id).at(-1)).toMatchObject({
      attributes: { type: 'CommandRefused', actor: officer.person },
      data: { commandType: 'EnterPhase' },
    });
  });

  it('turns away what has no shape, strangers and files that have not begun, without a trace', async () => {
    const id = await aPartnership();
    const before = await stage.settled(id);
    const misshapen = { ...message('x'), data: { text: 1 } } as never;
    expect(await turnedAway(stage.send(id, misshapen))).toEqual({ type: 'NotAccepted', code: 'malformed-command' });
    expect(await turnedAway(stage.send(id, { ...message('x'), actor: outsider }))).toEqual({ type: 'NotAccepted', code: 'stranger' });
    expect(await turnedAway(stage.open(`${id}-empty`, message('too early')))).toEqual({ type: 'NotAccepted', code: 'not-begun' });
    expect(await stage.settled(id)).toBe(before);
    expect(stage.eventLog.of(`${id}-empty`)).toEqual([]);
  });
});

describe('questions', () => {
  it('answers why not and what next with the rules that decide', async () => {
    const id = await aPartnership();
    const answer = await stage.query<WhyNotAnswer>(id, 'whyNot', {
      type: 'EnterPhase',
      data: { phase: 'mapping', reason: null },
      actor: officer,
    });
    expect(answer).toMatchObject({ command: 'EnterPhase', possible: false });
    expect(answer.refusals[0]?.reason.fr).toBeTruthy();
    const actions = await stage.query<OpenAction[]>(id, 'openActions', officer);
    expect(actions.find(action => action.command === 'AssessNeed')?.possible).toBe(true);
    expect(actions.find(action => action.command === 'SignAgreement')?.possible).toBe(false);
  });

  it('PMP-07: a file that has ended takes nothing more, repeats its answers, and can still be asked', async () => {
    const id = await aPartnership();
    const discarding = command('DiscardIdea', { reason: 'The need is met otherwise' });
    stage.eventLog.goAway();
    const answer = await stage.send(id, discarding);
    expect(answer.outcome).toBe('accepted');
    expect(await stage.send(id, discarding)).toEqual(answer);
    expect(await turnedAway(stage.send(id, message('too late')))).toEqual({ type: 'NotAccepted', code: 'partnership-ended' });
    stage.eventLog.comeBack();
    await stage.handle(id).result();
    expect(stage.eventLog.versionsOf(id)).toEqual(upTo(answer.version));
    expect(await stage.query<PartnershipStanding>(id, 'standing')).toMatchObject({
      standing: 'discarded',
      version: answer.version,
      announcedVersion: answer.version,
    });
  });
});
