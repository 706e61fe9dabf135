import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from '../support/house.js';
import { asOnThePage, tourId, tourOf } from '../support/tour.js';
import { until } from '../support/until.js';

const dossier = 'infra/demo/sante-fleuve.yaml';

interface Played {
  readonly id: string;
  readonly phases: readonly string[];
  readonly decisions: number;
  readonly refusals: number;
  readonly events: number;
  readonly alreadyPlayed: boolean;
  readonly version: number;
}

interface Told {
  readonly type: string;
  readonly version: number;
  readonly factAt: string;
  readonly party: string;
}

let house: House;
let played: Played;
let told: Told[];

const versionsOf = (type: string): number[] => told.filter(event => event.type === type).map(event => event.version);

const firstOf = (type: string): number => {
  const [first] = versionsOf(type);
  if (first === undefined) throw new Error(`${type} was never told`);
  return first;
};

/** The whole timeline, page by page, once it has reached the file's last version. */
async function wholeTimeline(id: string, version: number): Promise<Told[]> {
  await until(
    'the timeline reaches the last version',
    () => house.call('auditor', 'GET', `/v1/partnerships/${id}?after=${version}&wait=2000`),
    reply => Number(reply.body['version']) >= version,
  );
  const all: Told[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const reply = await house.call(
      'auditor',
      'GET',
      `/v1/partnerships/${id}/timeline?cursor=${cursor}`.replace('?cursor=&', '?').replace(/\?cursor=$/, ''),
    );
    all.push(...(reply.body['items'] as Told[]));
    cursor = reply.body['next'] as string | null;
  }
  return all;
}

beforeAll(async () => {
  house = await openHouse();
  const run = await house.palabre('play', dossier, '--json');
  if (run.code !== 0) throw new Error(`play ended with ${run.code}: ${run.stderr} ${run.stdout.slice(-2_000)}`);
  played = JSON.parse(run.stdout) as Played;
  told = await wholeTimeline(played.id, played.version);
}, 300_000);

afterAll(() => house.stop());

describe('the demo dossier, played through the public API by each account with its own rights', () => {
  it('MDM-37, HFA-32: goes from the idea to closure through every phase of an operational partnership', () => {
    expect(played.phases).toEqual(
      expect.arrayContaining([
        'idea',
        'mapping',
        'search',
        'due-diligence',
        'co-construction',
        'validation',
        'setting-up',
        'implementation',
        'annual-review',
        'closing',
      ]),
    );
    expect(versionsOf('PartnershipClosed')).toHaveLength(1);
    expect(told.at(-1)?.version).toBe(played.events);
  });

  it('tells every version once, in order, without a gap', () => {
    expect(told.map(event => event.version)).toEqual(told.map((_, at) => at + 1));
  });

  it('MDM-71, MDM-66: an orange line on the ability to account is met by a mitigation plan, not by a refusal', () => {
    expect(firstOf('OrangeLineRaised')).toBeLessThan(firstOf('MitigationPlanAgreed'));
    expect(firstOf('MitigationPlanAgreed')).toBeLessThan(firstOf('DueDiligencePassed'));
    expect(versionsOf('DueDiligenceFailed')).toEqual([]);
  });

  it('MDM-11: the partner contests the budget and sends it back before it is co-validated', () => {
    expect(firstOf('BudgetProposed')).toBeLessThan(firstOf('BudgetContested'));
    expect(firstOf('BudgetContested')).toBeLessThan(firstOf('BudgetCoValidated'));
    expect(told.find(event => event.type === 'BudgetContested')?.party).toBe('partner');
  });

  it('HFA-15: somebody without mandate tries to sign; the attempt is refused and recorded, and the agreement is signed later', () => {
    expect(firstOf('SignatureAttemptRefused')).toBeLessThan(firstOf('AgreementSigned'));
    expect(versionsOf('AgreementSigned')).toHaveLength(1);
  });

  it('MDM-14, ALE-46: two annual reviews, each with the answers of both sides revealed together', () => {
    expect(versionsOf('AnnualReviewCompleted')).toHaveLength(2);
    expect(versionsOf('JointReflectionHeld')).toHaveLength(2);
  });

  it.each([
    ['MDM-18: one monthly meeting is missed', 'MeetingMissed'],
    ['HFA-20: one justification is late', 'JustificationOverdue'],
    ['MDM-15: an approval is made stale by a later change', 'SignOffBecameStale'],
    ['MDM-10: a focal point is handed over', 'FocalPointHandedOver'],
    ['HFA-34: the assembly approves the reports', 'ReportsApprovedByAssembly'],
    ['MDM-09: the closing conversation is held', 'ClosingConversationHeld'],
    ['MDM-16: texts are translated', 'DocumentTranslated'],
    ['HFA-16: the content is shared before signature', 'AgreementContentShared'],
  ])('%s', (_what, type) => {
    expect(versionsOf(type).length).toBeGreaterThan(0);
  });

  it('S-01: an alleged red line suspends at once; the party is heard before it is dismissed and work resumes', () => {
    expect(firstOf('RedLineAlleged')).toBeLessThan(firstOf('PartnershipSuspended'));
    expect(firstOf('PartnershipSuspended')).toBeLessThan(firstOf('PartyHeard'));
    expect(firstOf('PartyHeard')).toBeLessThan(firstOf('LineDismissed'));
    expect(firstOf('LineDismissed')).toBeLessThan(firstOf('PartnershipResumed'));
    expect(versionsOf('RedLineBreachConfirmed')).toEqual([]);
  });
});

describe('after it was played', () => {
  it('verify finds ledger, workflow and read models equal, and the chain whole', async () => {
    const run = await house.palabre('verify', played.id, '--json');
    expect(run.code, run.stderr).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ equal: true });
  });

  it('playing it again changes nothing and gives the same answers', async () => {
    const run = await house.palabre('play', dossier, '--json');
    expect(run.code, run.stderr).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ id: played.id, alreadyPlayed: true, version: played.version });
  });

  it('shows an earlier state by version and by date', async () => {
    const byVersion = await house.call('auditor', 'GET', `/v1/partnerships/${played.id}/at?version=${firstOf('BudgetContested')}`);
    expect(JSON.stringify(byVersion.body)).toContain('"co-construction"');
    const run = await house.palabre('show', played.id, '--at', String(firstOf('ImplementationStarted')), '--json');
    expect(run.code, run.stderr).toBe(0);
    expect(run.stdout).toContain('implementation');
  });

  it('the first tour of the README prints what the README shows', async () => {
    const steps = tourOf(readFileSync(new URL('../../README.md', import.meta.url), 'utf8'));
    expect(steps.length).toBeGreaterThan(4);
    for (const { args, printed } of steps) {
      const run = await house.palabre(...args.map(word => (word === tourId ? played.id : word)));
      expect(asOnThePage(run.stdout, played.id), `palabre ${args.join(' ')}`).toBe(printed);
    }
  });

  it('HFA-32: the closed partnership takes no further command and leaves no task open', async () => {
    const late = await house.ask('hq-officer', played.id, 'PostPalaverMessage', { object: 'agreement', message: 'Encore un mot.' });
    expect(late).toMatchObject({ status: 410, body: { code: 'partnership-ended' } });
    const inbox = await house.call('partner-rep', 'GET', '/v1/inbox');
    expect(inbox.body['items']).toEqual([]);
  });
});
