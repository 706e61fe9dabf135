import type { CommandData } from '@palabre/contracts';
import type { PersonName } from './people.js';
import type { Rehearsal } from './rehearsal.js';

const words = 'Dit pour de bon.';

const asked = (file: Rehearsal): readonly string[] => Object.values(file.policy.switches.askedIn ?? {}).flat();

/** What some charters ask before an idea goes on. */
export function ideaAsked(file: Rehearsal): void {
  if (asked(file).includes('protection')) file.must('officer', 'RecordNote', { kind: 'NobodyEndangered', on: '2027-01-04', note: words });
}

/** The need, what exists beside it and the type: what every idea argues before the map is begun. */
export const argued = (file: Rehearsal): Rehearsal =>
  file
    .must('hqOps', 'AssessNeed', { objective: words, partnershipIsRightMethod: true, argument: words })
    .must('hqOps', 'CheckExistingPartnerships', { found: 2, newOneJustified: true, argument: words })
    .must('hqOps', 'ProposeType', {
      coConstruction: true,
      moneyForServices: false,
      beyondProject: false,
      sharedGovernance: false,
      chosen: 'OP',
      reason: null,
    });

/** What some charters ask of the map beside actors and existing partnerships. */
export function mapAsked(file: Rehearsal): void {
  const ids = asked(file);
  if (ids.includes('file-holder')) file.must('hqOps', 'NameFileHolder', { person: file.cast.officer.person });
  if (ids.includes('people-affected')) {
    file.must('officer', 'RecordNote', {
      kind: 'StakeholderIdentified',
      on: '2027-01-04',
      stakeholder: 's-people',
      category: 'people-affected',
      sector: 'none',
      interest: 5,
      influence: 1,
      represented: words,
      note: words,
    });
  }
  if (ids.includes('change-links')) {
    file.must('officer', 'RecordNote', {
      kind: 'SoughtChangeLinked',
      on: '2027-01-04',
      change: 'Des soins sans une journée de marche',
      actors: [{ stakeholder: 's-1', level: 'local', nature: 'peer-network' }],
    });
  }
}

/** What a party declares of itself, in a form that every rule accepts. */
export const sampleDeclarations = {
  motivation: { kind: 'motivation', origin: 'study', sector: 'civil-society', motivation: words },
  will: { kind: 'will', cooperates: true, compromises: true, note: null },
  trust: { kind: 'trust', compromise: 4, decide: 4, commit: 4, note: null },
} as const satisfies Record<string, CommandData<'MakeDeclaration'>>;

const ofPartner: CommandData<'MakeDeclaration'> = { ...sampleDeclarations.motivation, origin: 'crisis', sector: 'public' };

/** Declarations that the charter asks for, by one person for its party. */
export function declareAsked(file: Rehearsal, ...who: readonly PersonName[]): void {
  const ids = asked(file);
  for (const name of who) {
    if (ids.includes('consent')) file.must(name, 'RecordConsent', { consents: true, note: null });
    if (file.policy.switches.ownLimits === 'required') file.must(name, 'DeclareLimit', { limit: words });
    if (ids.includes('motivation')) file.must(name, 'MakeDeclaration', name === 'officer' ? sampleDeclarations.motivation : ofPartner);
    if (ids.includes('will')) file.must(name, 'MakeDeclaration', sampleDeclarations.will);
    if (ids.includes('trust')) file.must(name, 'MakeDeclaration', sampleDeclarations.trust);
  }
}
