import type { TextKind } from '@palabre/contracts';

export interface TextHead {
  readonly version: number;
  readonly hash: string;
  readonly proposedBy: string;
  readonly proposedByPerson: string;
  readonly status: 'proposed' | 'contested' | 'agreed';
  readonly acceptedBy: readonly string[];
  /** Languages into which this very version was translated. */
  readonly translations: readonly string[];
  readonly agreedAt: string | null;
  /** What gates ask of the content, computed when it was proposed. Names are the text kind's own. */
  readonly marks: Readonly<Record<string, boolean | number | string>>;
  /** Budget lines with their amounts in minor units; capacity lines whose "why" is written, with its hash; else empty. */
  readonly lines: readonly {
    readonly line: string;
    readonly amount: number;
    readonly currency: string;
    readonly spentBy: string;
    readonly why?: string;
  }[];
}

export interface TextSlice {
  readonly heads: { readonly [K in TextKind]?: TextHead };
  /** Parties that have written their expectations and values. */
  readonly expectationsOf: readonly string[];
  /** Version of the agreement last shared with a bureau or secretariat, by party. */
  readonly agreementShared: readonly { readonly party: string; readonly version: number; readonly hash: string; readonly at: string }[];
}

export const noTexts: TextSlice = { heads: {}, expectationsOf: [], agreementShared: [] };
