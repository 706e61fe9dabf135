import {
  followsInChain,
  genesisHash,
  partnershipWorkflow,
  sha256Hex,
  type Actor,
  type AnyCommand,
  type OwnedStreamKind,
  type PartnershipStanding,
  type StreamCommand,
  type StreamSettings,
} from '@palabre/contracts';
import { respondent, rulesOf } from '@palabre/lifecycle';
import { asRehearsal } from '@palabre/testing';
import { defaultPayloadConverter } from '@temporalio/common';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replayWithPayloads } from '../replay/payload-gate.js';
import { bundleSources } from '../testbed/bundle.js';
import { upTo } from '../testbed/event-log-in-memory.js';
import { Stage } from '../testbed/stage.js';
import type { OwnedInput } from './owned-input.js';

let stage: Stage;
let bundle: WorkflowBundleWithSourceMap;

beforeAll(async () => {
  stage = await Stage.set();
  bundle = await bundleSources('index.ts');
  await stage.startWorker(bundle);
});

afterAll(() => stage.strike());

const settings: StreamSettings = {
  adoptionWithoutObjection: { days: 10 },
  consultationAnswers: { days: 30 },
  surveyMinimumShown: 5,
  answersKeptFor: { months: 12 },
  publicAccountEvery: { months: 12 },
};

const of = (organisation: string, person: string, ...roles: Actor['roles']): Actor => ({ person, organisation, roles });

const ops = of('org-host', 'person-ops', 'hq-ops');
const second = of('org-host', 'person-second', 'hq-ops');
const committee = of('org-host', 'person-committee', 'steering-committee');
const field = of('org-host', 'person-field', 'country-team');
const invited: Actor = { ...respondent, roles: ['respondent'] };

let counted = 0;

function asked<K extends OwnedStreamKind>(kind: K, actor: Actor, type: StreamCommand<K>['type'], data: unknown): AnyCommand {
  counted += 1;
  return { id: `${kind}-command-${counted}`, type, data, actor, correlation: `click-${counted}` };
}

/** What the events tell, folded from nothing, is the state that the workflow shows; the chain is whole; the runs replay alike. */
async function expectTold(kind: OwnedStreamKind, id: string): Promise<void> {
  const events = stage.eventLog.of(id);
  const rules = rulesOf(kind);
  const folded = rules.shown(events.reduce((state, event) => rules.evolve(state, event), rules.empty(id)));
  expect(JSON.parse(JSON.stringify(folded))).toEqual(await stage.query(`${kind}/${id}`, partnershipWorkflow.state));
  expect(stage.eventLog.versionsOf(id)).toEqual(upTo(events.length));
  events.forEach((event, place) => expect(followsInChain(event, events[place - 1]?.attributes.hash ?? genesisHash)).toBe(true));
  for (const run of await stage.histories(`${kind}/${id}`))
    expect(await replayWithPayloads(bundle, run, `${kind}/${id}`)).toBeGreaterThan(0);
}

const opened = async (kind: OwnedStreamKind, id: string, opening: AnyCommand): Promise<(command: AnyCommand) => Promise<void>> => {
  expect((await stage.openStream(kind, id, settings, opening)).outcome).toBe('accepted');
  return async command => expect((await stage.send(`${kind}/${id}`, command)).outcome).toBe('accepted');
};

describe('an organisation', () => {
  const registration = (id: string, calendar: object = asRehearsal) =>
    asked('organisation', ops, 'RegisterOrganisation', {
      organisation: id,
      name: 'Rives du fleuve',
      kind: 'association',
      sector: 'civil-society',
      country: 'SN',
      workingLanguages: ['wo'],
      funding: 'we-fund',
      registration: 'SN-1',
      documents: {},
      ...calendar,
    });

  it('ALE-04, S-02: is registered, screened and looked at by a workflow of its own, which refuses and remembers', async () => {
    const id = `org-${stage.taskQueue.slice(-12)}`;
    const opening = registration(id);
    const must = await opened('organisation', id, opening);
    const screening = asked('organisation', ops, 'RecordScreening', {
      list: 'sample-list',
      listHash: 'a'.repeat(64),
      subjects: [{ subject: 'board-1', resembles: [{ entry: 'entry-9', score: 91 }] }],
    });
    await must(screening);
    const again = await stage.send(`organisation/${id}`, screening);
    await stage.settled(`organisation/${id}`);
    const screened = stage.eventLog.of(id).find(event => event.attributes.type === 'NamesScreened')?.data as
      { hits: { hit: string }[] } | undefined;
    const hit = screened?.hits[0]?.hit ?? '';
    const own = await stage.send(`organisation/${id}`, asked('organisation', ops, 'RememberFalseMatch', { hit, reason: 'x', until: null }));
    expect(own).toMatchObject({ outcome: 'refused', refusal: { code: 'four-eyes' } });
    await must(asked('organisation', second, 'RememberFalseMatch', { hit, reason: 'Homonyme.', until: null }));
    await stage.settled(`organisation/${id}`);
    expect(again.outcome).toBe('accepted');
    expect(stage.eventLog.typesOf(id).filter(type => type === 'NamesScreened')).toHaveLength(1);
    expect(stage.eventLog.typesOf(id)).toContain('CommandRefused');
    await expectTold('organisation', id);
  });

  it('goes on in a new run when its history grows long, and still knows the commands of the first', async () => {
    const id = `org-long-${stage.taskQueue.slice(-12)}`;
    const opening = registration(id);
    const must = await opened('organisation', id, opening);
    for (let runs = 1; runs < 2; runs = (await stage.histories(`organisation/${id}`)).length) {
      await must(asked('organisation', ops, 'JudgeDonorStanding', { donor: true, reason: 'x' }));
      await stage.settled(`organisation/${id}`);
    }
    await must(opening);
    await must(asked('organisation', ops, 'JudgeDonorStanding', { donor: false, reason: 'y' }));
    await stage.settled(`organisation/${id}`);
    const [, newer] = await stage.histories(`organisation/${id}`);
    const payload = newer && historyFromJSON(newer).events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0];
    const input = payload && defaultPayloadConverter.fromPayload<OwnedInput>(payload);
    expect(input).toMatchObject({ schemaVersion: 1, id, settings: null, carried: { state: { profile: { kind: 'association' } } } });
    expect(stage.eventLog.typesOf(id).filter(type => type === 'OrganisationRegistered')).toHaveLength(1);
    await expectTold('organisation', id);
  });
});

describe('a charter', () => {
  it('MDM-76, MDM-05: a clause is proposed, consulted with a silence told by the calendar, validated, and loaded', async () => {
    const id = `charter-${stage.taskQueue.slice(-12)}`;
    const must = await opened(
      'charter',
      id,
      asked('charter', ops, 'DraftCharter', {
        code: id,
        title: 'Charte',
        scope: { entities: ['org-host'], places: ['international'] },
        supersedes: null,
        horizonYears: null,
        ...asRehearsal,
      }),
    );
    const text = { fr: 'Équilibre.', en: 'Balance.' };
    await must(asked('charter', ops, 'JoinQualityGroup', { person: field.person, unit: 'Mission', place: 'field' }));
    await must(asked('charter', field, 'ProposeClause', { clause: 'balance', part: 'values', text, source: null }));
    await must(asked('charter', ops, 'OpenConsultation', { clauses: ['balance'], bodies: ['partners', 'field-teams'] }));
    await must(asked('charter', field, 'AnswerConsultation', { body: 'field-teams', verdict: 'validate', text: null }));
    await must(asked('charter', ops, 'AdvanceCalendar', { to: '2027-02-10T09:00:00.000Z' }));
    await stage.settled(`charter/${id}`);
    const proposed = stage.eventLog.of(id).find(event => event.attributes.type === 'CharterClauseProposed')?.data as { hash: string };
    await must(asked('charter', committee, 'ValidateClause', { clause: 'balance', version: 1, hash: proposed.hash }));
    const rest = Object.fromEntries(['principles', 'typology', 'lines', 'action-plan', 'way-of-working'].map(part => [part, 'not-stated']));
    await must(asked('charter', ops, 'LoadCharter', { contentHash: 'c'.repeat(64), parts: { values: 'written', ...rest } }));
    await stage.settled(`charter/${id}`);
    const types = stage.eventLog.typesOf(id);
    expect(types.filter(type => type === 'CharterConsultationClosed')).toHaveLength(1);
    expect(stage.eventLog.of(id).find(event => event.attributes.type === 'CharterConsultationClosed')?.data).toMatchObject({
      silent: ['partners'],
    });
    expect(types).toContain('CharterLoaded');
    await expectTold('charter', id);
  });
});

describe('a campaign', () => {
  it('ALE-39, MDM-08: takes each invitation once, tells answers of nobody, ends when it closes, and takes none afterwards', async () => {
    const id = `campaign-${stage.taskQueue.slice(-12)}`;
    const stream = `campaign/${id}`;
    const opening = {
      title: 'Écoute',
      scale: { lowest: 1, highest: 5 },
      questions: [{ id: 'fear', kind: 'scale', asks: { fr: 'Sans crainte ?', en: 'Without fear?' } }],
      dimensions: [],
      closesAt: '2027-02-28T23:59:59.999Z',
      ...asRehearsal,
    };
    const must = await opened('campaign', id, asked('campaign', ops, 'OpenSurveyCampaign', opening));
    const hashes = upTo(7).map(place => sha256Hex(`${id}-${place}`));
    const answer = (place: number) =>
      asked('campaign', invited, 'AnswerSurvey', { invitation: hashes[place], answers: { fear: 1 + (place % 5) }, traits: {} });
    await must(asked('campaign', ops, 'IssueInvitations', { hashes }));
    for (const place of upTo(6)) await must(answer(place));
    expect(await stage.send(stream, answer(1))).toMatchObject({ outcome: 'refused', refusal: { code: 'invitation-spent' } });
    await stage.settled(stream);
    await expectTold('campaign', id);
    await must(asked('campaign', ops, 'CloseSurveyCampaign', {}));
    await stage.handle(stream).result();
    await expect(stage.send(stream, answer(0))).rejects.toThrow(/already completed/);
    const text = JSON.stringify(stage.eventLog.of(id));
    for (const hash of hashes) expect(text).not.toContain(hash.slice(0, 12));
    expect(stage.eventLog.of(id).find(event => event.attributes.type === 'SurveyResultReleased')?.data).toMatchObject({
      question: 'fear',
      cells: [{ responses: 6 }],
    });
    expect(await stage.query<PartnershipStanding>(stream, partnershipWorkflow.standing)).toMatchObject({ standing: 'closed' });
    await expectTold('campaign', id);
  });
});
