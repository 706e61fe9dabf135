import {
  commandTypesOf,
  definitionOf,
  ownedStreamKinds,
  writtenSchema,
  type Localized,
  type OwnedStreamKind,
  type Role,
  type Standpoint,
} from '@palabre/contracts';

/** A command of an organisation, a charter or a campaign as clients and people see it. */
export interface StreamCatalogueEntry {
  readonly command: string;
  readonly says: Localized;
  readonly requirements: readonly string[];
  readonly roles: readonly Role[];
  readonly from: readonly Standpoint[];
  /** JSON Schema of `data`. */
  readonly data: Readonly<Record<string, unknown>>;
}

const entriesOf = (kind: OwnedStreamKind): readonly StreamCatalogueEntry[] =>
  commandTypesOf(kind).map(command => {
    const { by, says, requirements, data } = definitionOf(kind, command);
    return { command, says, requirements, roles: by.roles, from: by.from, data: writtenSchema(data) };
  });

let built: Readonly<Record<string, readonly StreamCatalogueEntry[]>> | null = null;

/** The command tables of these streams by kind, built once. */
export const streamCatalogue = (): Readonly<Record<string, readonly StreamCatalogueEntry[]>> =>
  (built ??= Object.fromEntries(ownedStreamKinds.map(kind => [kind, entriesOf(kind)])));
