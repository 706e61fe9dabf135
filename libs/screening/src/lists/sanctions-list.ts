/** Who is on a list: a person or an organisation. Ships and planes are not partners and are left out. */
export type ListedKind = 'person' | 'organisation';

/** A name under which somebody is listed. `weak`: the publisher itself says that it fits many. */
export interface ListedName {
  readonly text: string;
  readonly quality: 'strong' | 'weak';
}

/** One person or organisation of a sanctions list, with every name the list gives. */
export interface ListEntry {
  /** The publisher's own reference, stable between issues of the list. */
  readonly id: string;
  readonly kind: ListedKind;
  readonly names: readonly ListedName[];
  /** The regime under which it was listed, as the publisher writes it; null when it does not say. */
  readonly programme: string | null;
}

/** A list, whole. */
export interface SanctionsList {
  /** The format it was read from: `un`, `eu`, `ofac`. */
  readonly format: string;
  /** The day or instant the publisher gives to this issue, as written; null when it does not say. */
  readonly issued: string | null;
  readonly entries: readonly ListEntry[];
}
