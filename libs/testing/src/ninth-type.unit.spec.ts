import { fileURLToPath } from 'node:url';
import { label, loadCharter, resolvePolicy, toPartnershipPolicy, typeMatrix, type Charter } from '@palabre/charters';
import { partnershipTypes, type PartnershipPolicy } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { answersTo, fileIn, policyOfCharter, refusedAlone, Rehearsal } from './index.js';

const file = fileURLToPath(new URL('../fixtures/archipel.yaml', import.meta.url));

function archipelago(): Charter {
  const loading = loadCharter(file);
  if (!loading.ok) throw new Error(JSON.stringify(loading.mistakes));
  return loading.charter;
}

function policyOf(type: string): PartnershipPolicy {
  const resolution = resolvePolicy(archipelago(), type);
  if (!resolution.ok) throw new Error(resolution.refusal.reason.en);
  return toPartnershipPolicy(resolution.policy);
}

describe('an invented charter with a ninth type, by data alone', () => {
  const policy = policyOf('FD');

  it('loads: the type is in no table of the code, and its row is in the file of the charter', () => {
    expect(partnershipTypes).not.toContain('FD');
    expect(Object.keys(typeMatrix().types)).not.toContain('FD');
    expect(label(archipelago(), 'type', 'FD', 'fr')).toBe('Fédération d’associations');
  });

  it('resolves: the charter, then its own row, then the engine, each value with its place', () => {
    const resolution = resolvePolicy(archipelago(), 'FD');
    expect(resolution.ok && resolution.policy).toMatchObject({
      gates: {
        MAPPING: { value: 'off', setBy: 'charter', key: 'archipel:gates.MAPPING' },
        INTRODUCED: { value: 'warn', setBy: 'charter', key: 'archipel:own_types.FD.gates.INTRODUCED' },
        NEED: { value: 'block', setBy: 'engine-default' },
      },
      columns: { parties: { value: 'many', key: 'archipel:own_types.FD.columns.parties' } },
      timers: { meeting_every: { value: { days: 40 } }, set_up_in: { setBy: 'engine-default' } },
      decisionRule: { value: 'majority', key: 'archipel:own_types.FD.switches.decision_rule' },
    });
    expect(policyOf('OP')).toMatchObject({ decisionRule: 'all', typeName: { en: 'Common works' } });
  });

  it('plays: from the idea to co-construction, with its own line and its own question', () => {
    const played = fileIn('co-construction', new Rehearsal(policy));
    expect(played.state.phase).toBe('co-construction');
    expect(played.last('PartnershipIdeaRecorded')).toMatchObject({ policy: { charter: 'archipel', type: 'FD' } });
    expect(Object.keys(answersTo(policy, 'dueDiligence', 'partner'))).toEqual(['K1']);
    expect(played.count('CommandRefused')).toBe(0);
  });

  it('asks what it asks and nothing else: a map is not waited for here, and is under another charter', () => {
    const withoutMap = (lived: PartnershipPolicy) => {
      const opened = fileIn('mapping', new Rehearsal(lived));
      return opened.ask('officer', 'EnterPhase', { phase: 'search', reason: null });
    };
    expect(withoutMap(policy)).toMatchObject({ outcome: 'accepted' });
    expect(withoutMap(policyOfCharter('palabre', 'OP'))).toMatchObject({ outcome: 'refused', refusal: { gates: ['MAPPING'] } });
  });

  it('holds at its own gate: without its own verification nobody goes on', () => {
    const unverified = fileIn('due-diligence', new Rehearsal(policy));
    refusedAlone(unverified, () => unverified.ask('officer', 'EnterPhase', { phase: 'co-construction', reason: null }), {
      code: 'gate-open',
      gates: ['DILIGENCE'],
    });
  });
});

describe('the scope of a charter', () => {
  const lived = (outsideScope: boolean): PartnershipPolicy => {
    const resolution = resolvePolicy(archipelago(), 'FD', { outsideScope });
    if (!resolution.ok) throw new Error(resolution.refusal.reason.en);
    return toPartnershipPolicy(resolution.policy);
  };
  const goOn = (policy: PartnershipPolicy) => {
    const unverified = fileIn('due-diligence', new Rehearsal(policy));
    const answer = unverified.ask('officer', 'EnterPhase', { phase: 'co-construction', reason: null });
    return { answer, unverified };
  };

  it('MDM-04: inside it a rule of the charter blocks; outside the same rule warns, and the step is taken', () => {
    expect(goOn(lived(false)).answer).toMatchObject({ outcome: 'refused', refusal: { gates: ['DILIGENCE'] } });
    const { answer, unverified } = goOn(lived(true));
    expect(answer).toMatchObject({ outcome: 'accepted' });
    expect(unverified.state.phase).toBe('co-construction');
    expect(answer).toMatchObject({ warnings: [{ gates: ['DILIGENCE'] }] });
  });

  it('MDM-04, HFA-15: what the engine asks of everybody still blocks outside: the need, and the signature by the hierarchy', () => {
    expect(lived(true).gates).toMatchObject({ NEED: 'block', SIGNATORY: 'block', RED: 'warn' });
    const resolution = resolvePolicy(archipelago(), 'FD', { outsideScope: true });
    expect(resolution.ok && resolution.policy.gates.RED).toMatchObject({ value: 'warn', source: ['D', 'MDM-04', 'D'], isDefault: true });
  });
});
