/** Facts that the type assistant asks for (MDM-33). */
export interface TypeFacts {
  readonly coConstruction: boolean;
  readonly moneyForServices: boolean;
  readonly beyondProject: boolean;
  readonly sharedGovernance: boolean;
}

interface Row {
  readonly when: Partial<TypeFacts>;
  readonly type: string;
}

/** First row whose facts all hold. Words that match reality: money for services without co-construction is a provider. */
const rows: readonly Row[] = [
  { when: { sharedGovernance: true }, type: 'MM' },
  { when: { moneyForServices: true, coConstruction: false }, type: 'SP' },
  { when: { beyondProject: true, coConstruction: true }, type: 'ST' },
  { when: { beyondProject: true }, type: 'AL' },
  { when: { coConstruction: true }, type: 'OP' },
  { when: {}, type: 'SP' },
];

/** The type that the facts describe. */
export const suggestType = (facts: TypeFacts): string =>
  rows.find(row => Object.entries(row.when).every(([name, value]) => facts[name as keyof TypeFacts] === value))?.type ?? 'SP';
