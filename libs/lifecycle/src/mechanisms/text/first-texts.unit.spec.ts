import { contentHash, type CommandAnswer, type TextBodies } from '@palabre/contracts';
import { fileIn, policyOfCharter, refusedAlone, Rehearsal, sampleBodies, tasksOf } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { objectivesDefinedAloneBy } from './questions.js';

const words = 'Dit.';

const vision: TextBodies['vision'] = {
  sections: [{ heading: 'Une rive vivante', text: words }],
  objectives: [{ id: 'V1', text: words }],
};

const multi = (): Rehearsal => new Rehearsal(policyOfCharter('pmp', 'MSP'));

const warningsOf = (answer: CommandAnswer): readonly string[] =>
  answer.outcome === 'accepted' ? answer.warnings.map(one => one.code) : [];

describe('a vision that is drafted early', () => {
  it('PMP-13: is asked of the initiator while the map is drawn, with its objectives, in versions; other texts wait', () => {
    const file = fileIn('mapping', multi());
    expect(tasksOf(file, 'write-text')).toMatchObject([{ party: 'host', phase: 'mapping' }]);
    file.must('officer', 'ProposeText', { kind: 'vision', body: vision });
    expect(file.last('VisionProposed')).toMatchObject({ version: 1, body: { objectives: [{ id: 'V1' }] } });
    expect(tasksOf(file, 'write-text')).toEqual([]);
    refusedAlone(file, () => file.ask('officer', 'ProposeText', { kind: 'values', body: { sections: vision.sections } }), {
      code: 'not-in-this-phase',
    });
    file.must('officer', 'ProposeText', { kind: 'vision', body: { ...vision, objectives: [] } });
    expect(file.text('vision').version).toBe(2);
    expect(tasksOf(fileIn('mapping'), 'write-text')).toEqual([]);
  });

  it('PMP-13: each prospective partner is asked for its comment before the work begins; a new version asks again', () => {
    const file = fileIn('mapping', multi()).must('officer', 'ProposeText', { kind: 'vision', body: vision });
    const note = { on: '2027-01-04', sector: 'science', interest: 4, influence: 3, note: words } as const;
    file
      .must('officer', 'RecordNote', { kind: 'StakeholderIdentified', stakeholder: 's-1', category: 'actor', ...note })
      .must('officer', 'RecordNote', { kind: 'StakeholderIdentified', stakeholder: 's-2', category: 'existing-partnership', ...note })
      .must('officer', 'RecordNote', { kind: 'MissingVoiceAcknowledged', on: '2027-01-04', note: words })
      .must('officer', 'EnterPhase', { phase: 'search', reason: null })
      .must('officer', 'ShortlistCandidate', { party: 'partner', organisation: 'org-riviere', workingLanguage: 'wo', reason: words });
    expect(tasksOf(file, 'comment-vision')).toMatchObject([{ party: 'partner', subject: { version: 1 } }]);
    file.must('representative', 'CommentText', { ...file.text('vision'), comment: words });
    expect(tasksOf(file, 'comment-vision')).toEqual([]);
    file.must('officer', 'ProposeText', { kind: 'vision', body: { ...vision, objectives: [] } });
    expect(tasksOf(file, 'comment-vision')).toMatchObject([{ party: 'partner', subject: { version: 2 } }]);
    expect(file.replayed().texts).toEqual(file.state.texts);
  });
});

describe('objectives and who defined the change', () => {
  const objective = (id: string, definedBy: { parties: string[]; people: string | null }) => ({
    id,
    text: words,
    aboutRights: true,
    definedBy,
  });

  it('ALE-22: each says who defined it; those of one party alone are counted and listed, and told to who writes them', () => {
    const file = fileIn('co-construction');
    const body = {
      objectives: [
        objective('O1', { parties: ['host'], people: null }),
        objective('O2', { parties: ['host'], people: 'Comité des pêcheuses' }),
        objective('O3', { parties: ['host', 'partner'], people: null }),
        objective('O4', { parties: ['partner'], people: null }),
        { id: 'O5', text: words, aboutRights: false },
      ],
    };
    const answer = file.ask('officer', 'ProposeText', { kind: 'objectives', body });
    expect(warningsOf(answer)).toEqual(['defined-alone']);
    expect(JSON.stringify(answer)).toContain('1 objective(s) that your party defined alone: O1.');
    expect(objectivesDefinedAloneBy(file.state, 'host')).toEqual(['O1']);
    expect(objectivesDefinedAloneBy(file.state, 'partner')).toEqual(['O4']);
    expect(file.state.texts.heads.objectives?.marks).toMatchObject({ definedByNobodyNamed: 'O5' });
    const strange = { objectives: [objective('O1', { parties: ['nobody'], people: null })] };
    refusedAlone(file, () => file.ask('officer', 'ProposeText', { kind: 'objectives', body: strange }), { code: 'unknown-party' });
  });
});

describe('mechanisms of other partnerships', () => {
  const body = { sections: [{ heading: 'Se répondre', text: 'Sous trois jours.' }] };
  const there = { partnership: 'bassin-voisin', version: 4, hash: contentHash({ kind: 'code-of-conduct', version: 4, body }) };

  it('PMP-14: rules and codes of conduct are taken over with their origin, word for word or reworked', () => {
    const file = fileIn('co-construction');
    file.must('officer', 'ProposeText', { kind: 'code-of-conduct', body, takenFrom: there });
    expect(file.last('TextProposed')).toMatchObject({ kind: 'code-of-conduct', takenFrom: there });
    expect(file.last('MechanismAdopted')).toMatchObject({
      party: 'host',
      origin: 'bassin-voisin',
      text: { version: 4, wordForWord: true },
    });
    const reworked = { sections: [{ heading: 'Se répondre', text: 'Sous deux jours.' }] };
    file.must('representative', 'ProposeText', { kind: 'code-of-conduct', body: reworked, takenFrom: there });
    expect(file.last('MechanismAdopted')).toMatchObject({ party: 'partner', text: { hash: there.hash, wordForWord: false } });
    expect(file.count('MechanismAdopted')).toBe(2);
  });

  it('PMP-14: what binds these very parties is never copied, and nobody takes over from oneself', () => {
    const file = fileIn('co-construction');
    const budget = sampleBodies.budget;
    if (budget === undefined) throw new Error('no sample budget');
    refusedAlone(file, () => file.ask('officer', 'ProposeText', { kind: 'budget', body: budget, takenFrom: there }), {
      code: 'not-adoptable',
    });
    const own = { ...there, partnership: file.state.id };
    refusedAlone(file, () => file.ask('officer', 'ProposeText', { kind: 'code-of-conduct', body, takenFrom: own }), {
      code: 'taken-from-oneself',
    });
    file.must('officer', 'ProposeText', { kind: 'code-of-conduct', body });
    expect(file.count('MechanismAdopted')).toBe(0);
  });
});

describe('a political purpose', () => {
  it('MDM-50: lists the positions defended together and its own readers; a party outside the list is kept from it, with the reason', () => {
    const file = fileIn('co-construction', new Rehearsal(policyOfCharter('mdm', 'ST')));
    expect(file.policy.switches.ownTexts).toContain('political-purpose');
    const body = { positions: [words], readers: ['host', 'partner'] };
    file.must('officer', 'ProposeText', { kind: 'political-purpose', body });
    expect(file.count('AccessRestrictionRecorded')).toBe(0);
    const observer = { party: 'observer', side: 'partner', organisation: 'org-observer', workingLanguage: 'fr', standing: 'in' } as const;
    const members = [...file.state.parties.members, { ...observer, consents: null, decisionDays: 0 }];
    file.state = { ...file.state, parties: { ...file.state.parties, members } };
    file.must('representative', 'ProposeText', { kind: 'political-purpose', body });
    expect(file.last('AccessRestrictionRecorded')).toMatchObject({ object: 'political-purpose', restrictedFor: 'observer' });
    expect(file.count('AccessRestrictionRecorded')).toBe(1);
    const without = { positions: [words], readers: ['partner', 'observer'] };
    refusedAlone(file, () => file.ask('officer', 'ProposeText', { kind: 'political-purpose', body: without }), { code: 'reader-missing' });
  });
});
