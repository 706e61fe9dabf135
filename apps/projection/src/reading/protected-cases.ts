import { commands, isCommandType, type EventData } from '@palabre/contracts';
import type { Access } from './access.js';

/** A case as the file keeps it, as far as it says what belongs to it. */
export interface KnownCase {
  readonly case: string;
  readonly line: string;
  readonly about: string;
  readonly plan: { readonly steps: readonly { readonly step: string }[] } | null;
}

/**
 * Which facts are about a protected case that the caller may not read (MDM-65, MDM-68). It goes by what a fact is
 * about, whatever mechanism told it: a line and the party concerned, a case, a step of its plan.
 */
export interface ProtectedCases {
  /** True for the id of a hidden case and of the steps agreed for it. */
  hidesReference(id: string): boolean;
  /** True when data, at any depth, are about a hidden case. */
  hides(data: unknown): boolean;
  /** True when a refusal names a hidden case or line, or may be about one. */
  hidesRefusal(refused: EventData<'CommandRefused'>): boolean;
  /** True when a fact may be read and says, by itself or by who told it, who raised the case (S-07). */
  tellsWhoRaised(type: string, data: unknown): boolean;
  /** The same without it. */
  withoutWhoRaised(item: Item): Item;
}

type Item = Readonly<Record<string, unknown>>;

/** Told by the act of raising a line, so that who speaks is who raised it. */
const raising: readonly string[] = ['OrangeLineRaised', 'RedLineAlleged', 'PartnershipSuspended'];

/** Fields of what is about a case that name its raiser. */
const namesRaiser = ['raisedBy', 'raisedByPerson', 'askedBy'] as const;

const isRecord = (value: unknown): value is Item => typeof value === 'object' && value !== null;

type Fields = Readonly<Record<string, { safeParse(value: unknown): { readonly success: boolean } } | undefined>>;

function fieldsOf(commandType: string): Fields {
  const schema = isCommandType(commandType) ? commands[commandType].data : null;
  return schema !== null && 'shape' in schema ? schema.shape : {};
}

/** Commands about a case name it; the one that raises a line names the line and the party. */
const isAboutCase = (commandType: string): boolean => fieldsOf(commandType)['case'] !== undefined;

const raisesLine = (commandType: string): boolean => {
  const { line, about } = fieldsOf(commandType);
  return line !== undefined && about !== undefined && !line.safeParse(null).success;
};

/** Identifiers and codes as they stand in a sentence, without the marks around them. */
const wordsOf = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap(text => text.split(/[^\p{L}\p{N}._/-]+/u)).map(word => word.replace(/[.]+$/, '')));

/** What the members of a body vote on when they decide a case (MDM-60). */
const voteOn = (id: string): string => `line/${id}`;

export function protectedCases(access: Access, known: readonly KnownCase[]): ProtectedCases {
  const isHidden = (one: KnownCase): boolean => !access.mayReadCase(one.line, one.about);
  const hidden = known.filter(isHidden);
  const references = new Set(hidden.flatMap(one => [one.case, voteOn(one.case), ...(one.plan?.steps ?? []).map(step => step.step)]));
  const openToReader = known.filter(one => !isHidden(one));
  /** A line is readable where every case on it is: without one, nobody knows about whom it would be. */
  const hiddenLines = [...access.protectedLines].filter(
    line => !openToReader.some(one => one.line === line) || hidden.some(one => one.line === line),
  );

  const hides = (value: unknown): boolean => {
    if (typeof value === 'string') return references.has(value);
    if (Array.isArray(value)) return value.some(hides);
    if (!isRecord(value)) return false;
    const { line, about } = value;
    if (typeof line === 'string' && typeof about === 'string' && !access.mayReadCase(line, about)) return true;
    return Object.values(value).some(hides);
  };

  const hidesRefusal = ({ commandType, code, reason, next }: EventData<'CommandRefused'>): boolean => {
    const words = wordsOf([reason.fr, reason.en, next.fr, next.en]);
    if ([...references, ...hiddenLines].some(named => words.has(named))) return true;
    if (openToReader.some(one => words.has(one.case))) return false;
    if (isAboutCase(commandType)) return hidden.length > 0;
    return code === 'protected-facts' || (raisesLine(commandType) && code !== 'unknown-line');
  };

  const raisedInConfidence = new Set(openToReader.filter(one => !access.mayKnowWhoRaised(one.line, one.about)).map(one => one.case));
  const isOfSuchCase = (item: Item): boolean => Object.values(item).some(one => typeof one === 'string' && raisedInConfidence.has(one));
  const names = (value: unknown): boolean => {
    if (Array.isArray(value)) return value.some(names);
    if (!isRecord(value)) return false;
    return (isOfSuchCase(value) && namesRaiser.some(field => typeof value[field] === 'string')) || Object.values(value).some(names);
  };

  return {
    hidesReference: id => references.has(id),
    hides,
    hidesRefusal,
    tellsWhoRaised: (type, data) => (raising.includes(type) && isRecord(data) && isOfSuchCase(data)) || names(data),
    withoutWhoRaised: item =>
      isOfSuchCase(item)
        ? {
            ...item,
            ...Object.fromEntries(namesRaiser.filter(field => typeof item[field] === 'string').map(field => [field, 'protected'])),
          }
        : item,
  };
}
