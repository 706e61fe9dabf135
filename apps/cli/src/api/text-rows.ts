import type { EventData, FreeText } from '@palabre/contracts';

/** What somebody said of one version of a text. */
interface Said {
  readonly version: number;
  readonly party: string;
  readonly at: string;
}

/** One text of a file; a text that is kept from the reader has its head and no more. */
export interface TextView {
  readonly state: string;
  readonly head: { readonly version: number; readonly hash?: string; readonly proposedBy?: string; readonly at?: string } | null;
  readonly body?: unknown;
  readonly acceptedBy?: readonly string[];
  readonly contests?: readonly (Said & { readonly reasons: FreeText; readonly about: readonly string[] })[];
  readonly read?: readonly { readonly version: number; readonly party: string; readonly person: string }[];
  readonly comments?: readonly (Said & { readonly comment: FreeText })[];
  readonly translations?: readonly { readonly version: number; readonly language: string; readonly body: FreeText }[];
  readonly versions?: readonly { readonly version: number; readonly hash: string; readonly proposedBy: string; readonly at: string }[];
  readonly restricted?: object;
}

/** An approval of a text; of an assembly with the session in which it answered, where that was told (HFA-34). */
export interface SignOffRow {
  readonly party: string | null;
  readonly textVersion: number;
  readonly hash?: string;
  readonly session?: EventData<'ReportsApprovedByAssembly'>['session'];
}
