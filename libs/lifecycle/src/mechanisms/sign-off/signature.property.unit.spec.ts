import type { EventEnvelope } from '@palabre/contracts';
import { agreeText, fileIn, Rehearsal, sampleBodies, type PersonName } from '@palabre/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

type Act = { readonly does: 'propose' | 'accept' | 'contest' | 'sign' | 'refuse'; readonly who: PersonName };

const who = fc.constantFrom<PersonName>('officer', 'representative', 'direction', 'presidency');

const does = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom('propose' as const, 'contest' as const, 'refuse' as const) },
  { weight: 5, arbitrary: fc.constantFrom('accept' as const, 'sign' as const) },
);

const act: fc.Arbitrary<Act> = fc.record({ does, who });

/** Four people with every role and a mandate: only the rules keep them from signing what they wrote. */
function mandatedFile(): Rehearsal {
  const file = fileIn('validation');
  const mandate = (person: string) => ({ person, role: 'signatory-authority' as const, from: '2026-01-01', until: null });
  for (const person of ['person-officer', 'person-direction']) file.must('hqOps', 'RecordMandate', mandate(person));
  for (const person of ['person-representative', 'person-presidency']) file.must('secondRepresentative', 'RecordMandate', mandate(person));
  agreeText(file, 'agreement');
  return file;
}

const begun = mandatedFile();

const organisationOf = (name: PersonName): string => (name === 'officer' || name === 'direction' ? 'org-horizon' : 'org-riviere');

function play(file: Rehearsal, { does: what, who: name }: Act, turn: number): void {
  const roles = ['partnership-officer', 'partner-representative', 'signatory-authority'] as const;
  const more = { id: `turn-${turn}`, actor: { person: `person-${name}`, organisation: organisationOf(name), roles: [...roles] } };
  const on = file.text('agreement');
  const seen = { version: on.version, hash: on.hash };
  if (what === 'propose') file.ask(name, 'ProposeText', { kind: 'agreement', body: sampleBodies.agreement! }, more);
  if (what === 'accept') file.ask(name, 'AcceptText', on, more);
  if (what === 'contest') file.ask(name, 'ContestText', { ...on, reasons: 'À revoir.', about: [] }, more);
  if (what === 'sign') file.ask(name, 'SignAgreement', seen, more);
  if (what === 'refuse') file.ask(name, 'RefuseSignature', { ...seen, reason: 'Pas ainsi.' }, more);
}

const hashOf = (event: EventEnvelope): unknown => (event.data as { hash?: unknown }).hash;

const told = (file: Rehearsal, type: string): readonly EventEnvelope[] => file.events.filter(event => event.attributes.type === type);

const runs = { numRuns: 40, seed: 20260921 };

function played(acts: readonly Act[]): Rehearsal {
  const policy = { ...begun.policy, gates: { ...begun.policy.gates, CONTENT: 'off', LANGUAGE: 'off' } } as const;
  const file = new Rehearsal(policy);
  file.state = { ...begun.state, policy };
  file.events.push(...begun.events);
  acts.forEach((step, turn) => play(file, step, turn));
  return file;
}

describe('whatever anybody does with the agreement', () => {
  it('HFA-15: an agreement is signed only with a signature of every party on that very version, none of them by its author, none after a refusal', () => {
    let signed = 0;
    fc.assert(
      fc.property(fc.array(act, { minLength: 4, maxLength: 25 }), acts => {
        const file = played(acts);
        signed += told(file, 'AgreementSigned').length;
        for (const signature of told(file, 'SignatureGiven')) {
          const author = told(file, 'AgreementDrafted').find(draft => hashOf(draft) === hashOf(signature));
          expect(signature.attributes.actor).not.toBe(author?.attributes.actor);
        }
        for (const agreement of told(file, 'AgreementSigned')) {
          const same = (type: string) => told(file, type).filter(event => hashOf(event) === hashOf(agreement));
          expect(
            same('SignatureGiven')
              .map(event => event.attributes.party)
              .sort(),
          ).toEqual(['host', 'partner']);
          expect(same('SignatureRefused')).toEqual([]);
          expect(same('SignOffBecameStale')).toEqual([]);
        }
        expect(told(file, 'AgreementSigned').length > 0).toBe(file.state.phase === 'setting-up');
      }),
      runs,
    );
    expect(signed).toBeGreaterThan(0);
  });
});
