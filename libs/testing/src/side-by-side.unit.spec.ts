import type { Phase } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { ideaAsked } from './beginnings.js';
import { fileIn, openingIdea, policyOfCharter, Rehearsal } from './index.js';

const lives = { mdm: 'OP', pmp: 'MSP', alert: 'OP', hfa: 'OP', agiri: 'OP', palabre: 'OP' } as const;
const charters = Object.keys(lives) as (keyof typeof lives)[];

const shortlisted = (file: Rehearsal): Rehearsal =>
  file.must('officer', 'ShortlistCandidate', { party: 'partner', organisation: 'org-riviere', workingLanguage: 'wo', reason: 'Dit.' });

/** Where the charter asks who holds the file meanwhile, that is said: the doors are compared, not this. */
const held = (file: Rehearsal): Rehearsal =>
  file.policy.switches.askedIn?.mapping?.includes('file-holder')
    ? file.must('hqOps', 'NameFileHolder', { person: file.cast.officer.person })
    : file;

/** The dossier as it stands in a phase of which nothing has been done yet. */
function newIn(phase: Phase, charter: keyof typeof lives): Rehearsal {
  const file = new Rehearsal(policyOfCharter(charter, lives[charter]));
  if (phase === 'idea') {
    ideaAsked(file.must('hqOps', 'OpenPartnership', openingIdea));
    return file;
  }
  const reached = fileIn(phase, file);
  if (phase === 'mapping') return held(reached);
  return phase === 'search' ? shortlisted(reached) : reached;
}

/** What is told to whoever knocks at the next door: the gates that block, else those that warn. */
function told(phase: Phase, next: Phase, charter: keyof typeof lives): string {
  const answer = newIn(phase, charter).ask(phase === 'idea' ? 'hqOps' : 'officer', 'EnterPhase', { phase: next, reason: null });
  if (answer.outcome === 'refused') return `blocks: ${answer.refusal.gates.join(' ')}`;
  const warned = answer.warnings.flatMap(warning => warning.gates);
  return warned.length === 0 ? 'goes on' : `warns: ${warned.join(' ')}`;
}

const sideBySide = (phase: Phase, next: Phase): Record<string, string> =>
  Object.fromEntries(charters.map(charter => [charter, told(phase, next, charter)]));

describe('the same dossier under six charters', () => {
  it('an idea whose need nobody has argued', () => {
    expect(sideBySide('idea', 'mapping')).toEqual({
      mdm: 'warns: NEED ADDED-VALUE',
      pmp: 'blocks: NEED ADDED-VALUE',
      alert: 'warns: NEED ADDED-VALUE',
      hfa: 'warns: NEED ADDED-VALUE',
      agiri: 'warns: NEED ADDED-VALUE',
      palabre: 'blocks: NEED ADDED-VALUE',
    });
  });

  it('a map with nobody on it', () => {
    expect(sideBySide('mapping', 'search')).toEqual({
      mdm: 'warns: MAPPING',
      pmp: 'blocks: MAPPING',
      alert: 'blocks: MAPPING',
      hfa: 'warns: MAPPING',
      agiri: 'warns: MAPPING',
      palabre: 'blocks: MAPPING',
    });
  });

  it('a candidate whom nobody has met', () => {
    expect(sideBySide('search', 'due-diligence')).toEqual({
      mdm: 'warns: INTRODUCED',
      pmp: 'warns: INTRODUCED',
      alert: 'warns: INTRODUCED',
      hfa: 'goes on',
      agiri: 'blocks: INTRODUCED',
      palabre: 'blocks: INTRODUCED',
    });
  });

  it('a verification that nobody has done', () => {
    expect(new Set(Object.values(sideBySide('due-diligence', 'co-construction')))).toEqual(new Set(['blocks: DILIGENCE']));
  });

  it('a co-construction in which nothing was written', () => {
    expect(sideBySide('co-construction', 'validation')).toEqual({
      mdm: 'blocks: EXPECTATIONS VALUES OBJECTIVES ROLES BUDGET EVALUATION',
      pmp: 'blocks: OBJECTIVES BUDGET',
      alert: 'blocks: ROLES BUDGET',
      hfa: 'blocks: OBJECTIVES ROLES',
      agiri: 'blocks: ROLES BUDGET',
      palabre: 'blocks: EXPECTATIONS VALUES OBJECTIVES ROLES BUDGET EVALUATION',
    });
  });
});
