/** A dossier as it is written, once its form is known to be right. */
export interface WrittenAct {
  readonly name?: string;
  readonly chapter?: string;
  readonly on: string;
  readonly as: string;
  readonly do: string;
  readonly data?: unknown;
  readonly at?: string;
  readonly expect?: { readonly refused: { readonly code?: string; readonly rule?: string; readonly gate?: string } };
}

export interface WrittenParty {
  readonly organisation: string;
  readonly language: string;
  /** True for a party that opens the partnership together with the host. */
  readonly founder?: boolean;
}

export interface WrittenOrganisation {
  readonly fr: string;
  readonly en: string;
  /** What it is, for the register; nothing is registered without. */
  readonly register?: Readonly<Record<string, unknown>>;
}

export interface WrittenDossier {
  readonly dossier: string;
  readonly title: string;
  readonly organisations: Readonly<Record<string, WrittenOrganisation>>;
  readonly parties: Readonly<Record<string, WrittenParty>>;
  readonly charter: string;
  readonly type: string;
  readonly calendar: { readonly kind: 'real' | 'rehearsal'; readonly startsOn?: string };
  readonly opening: Readonly<Record<string, unknown>>;
  readonly acts?: readonly WrittenAct[];
}
