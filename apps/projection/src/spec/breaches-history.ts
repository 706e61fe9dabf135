import { historyOfAll } from './history-of-all.js';
import type { Story } from './story.js';

/** A partnership in which duties were missed, and one of them was acknowledged: what the breaches are rebuilt from. */
export function breachesHistory(id: string): Story {
  const story = historyOfAll(id);
  story.tell('StatusReportOverdue', { slot: '2026-06-30', deadline: `${id}-d1` });
  story.tell('GuarantorAcknowledged', { commitment: 'status-point-2026-06-30', party: 'partner', breach: 'status-point' });
  story.tell('JustificationOverdue', { transfer: `${id}-m1`, deadline: `${id}-d2`, owedBy: 'partner' });
  return story;
}
