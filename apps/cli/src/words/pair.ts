import type { Localized } from '@palabre/contracts';

/** A sentence in French and in English; `{name}` stands for a value. */
export const pair = (fr: string, en: string): Localized => ({ fr, en });
