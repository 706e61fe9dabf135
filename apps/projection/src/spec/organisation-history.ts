import { asRehearsal, StreamRehearsal } from '@palabre/testing';
import type { StreamCommand } from '@palabre/contracts';
import type { Told } from './rebuild-proof.js';

type Registering = StreamCommand<'organisation', 'RegisterOrganisation'>['data'];

/** An organisation of the register, as a spec wants it. */
export function registeredOrganisation(id: string, more: Partial<Registering> = {}): StreamRehearsal<'organisation'> {
  return new StreamRehearsal('organisation', id).must('hqOps', 'RegisterOrganisation', {
    organisation: id,
    name: `Organisation ${id}`,
    kind: 'informal-group',
    sector: 'civil-society',
    subKind: 'association',
    level: 'local',
    country: 'SN',
    workingLanguages: ['wo', 'fr'],
    funding: 'we-fund',
    registration: null,
    documents: {},
    ...asRehearsal,
    ...more,
  });
}

/** Registered, judged, screened and changed: what the register is rebuilt from. */
export function organisationHistory(id: string): Told {
  const file = registeredOrganisation(id);
  file.must('hqOps', 'JudgeDonorStanding', { donor: true, reason: 'Elle finance.' });
  const subjects = [{ subject: `${id}-name`, resembles: [{ entry: 'entry-1', score: 88 }] }];
  file.must('hqOps', 'RecordScreening', { list: 'list-1', listHash: 'a'.repeat(64), subjects });
  return { envelopes: file.events };
}
