import { describe, expect, it } from 'vitest';
import { asyncApiDocument, commands, commandTypes, events, eventTypes, freeText, maxTextBytes, roles, sides } from './index.js';

describe('the published tables', () => {
  it.each(eventTypes)('event %s speaks French and English and names what it serves', type => {
    const row = events[type];
    expect(row.says.fr.length).toBeGreaterThan(3);
    expect(row.says.en.length).toBeGreaterThan(3);
    expect(row.requirements.every(id => /^(MDM|PMP|ALE|HFA|AGI)-\d\d$|^[CS]-\d\d$/.test(id))).toBe(true);
    expect(row.requirements.length).toBeGreaterThan(0);
  });

  it.each(commandTypes)('command %s says who may ask, on which side, in known words', type => {
    const row = commands[type];
    expect(row.by.roles.length).toBeGreaterThan(0);
    expect(row.by.roles.every(role => roles.includes(role))).toBe(true);
    expect(row.by.sides.every(side => sides.includes(side))).toBe(true);
  });

  it('C-08: what one side may ask, the other may too; the exceptions are the host’s preparation, and the partner’s own wish not to lead (ALE-35)', () => {
    const oneSided = commandTypes.filter(type => commands[type].by.sides.length === 1);
    expect(oneSided.sort()).toEqual(
      [
        'AssessNeed',
        'CheckExistingPartnerships',
        'DiscardIdea',
        'JoinExisting',
        'OpenPartnership',
        'ProposeType',
        'SetCandidateAside',
        'ShortlistCandidate',
        'StateLeadershipPreference',
      ].sort(),
    );
  });

  it('free text may be clear or sealed, and never holds more than 64 KB', () => {
    expect(freeText.safeParse('é'.repeat(maxTextBytes / 2)).success).toBe(true);
    expect(freeText.safeParse('é'.repeat(maxTextBytes / 2 + 1)).success).toBe(false);
    expect(freeText.safeParse({ sealed: 'c2VhbGVk', key: 'key-1' }).success).toBe(true);
    expect(freeText.safeParse({ sealed: 'c2VhbGVk' }).success).toBe(false);
  });

  it('the AsyncAPI document describes every event, with its headers', () => {
    const document = asyncApiDocument('palabre.events', '1') as {
      components: { messages: Record<string, unknown>; schemas: { CloudEventHeaders: { required: string[] } } };
    };
    expect(Object.keys(document.components.messages).sort()).toEqual([...eventTypes].sort());
    expect(document.components.schemas.CloudEventHeaders.required).toContain('ce_previoushash');
  });
});
