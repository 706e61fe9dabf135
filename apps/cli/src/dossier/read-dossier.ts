import { contentHash, type CommandType } from '@palabre/contracts';
import { sayBoth } from '../words/words.js';
import { actsFindings } from './check-acts.js';
import { formFindings, policyOf } from './check-forms.js';
import { shapeFindings } from './check-shape.js';
import { readYaml, type YamlDocument } from './document.js';
import type { Act, Dossier } from './dossier.js';
import { finding, type DossierMistake, type Finding } from './mistakes.js';
import { instantOf } from './moments.js';
import { openingData, openingFindings } from './opening.js';
import { registrationsOf } from './register.js';
import type { WrittenAct, WrittenDossier } from './written.js';

export type DossierReading =
  { readonly ok: true; readonly dossier: Dossier } | { readonly ok: false; readonly mistakes: readonly DossierMistake[] };

export interface Surroundings {
  /** Accounts that exist where the dossier will be played; null when that is not known. */
  readonly accounts: readonly string[] | null;
}

function organisationFindings({ parties, organisations }: WrittenDossier): Finding[] {
  const known = Object.keys(organisations);
  return Object.entries(parties)
    .filter(([, { organisation }]) => !known.includes(organisation))
    .map(([party]) => finding(['parties', party, 'organisation'], sayBoth('mistake.oneOf', { values: known.join(', ') })));
}

function accountFindings({ acts = [], opening }: WrittenDossier, accounts: readonly string[] | null): Finding[] {
  if (accounts === null) return [];
  const expected = sayBoth('mistake.oneOf', { values: accounts.join(', ') });
  const opener = accounts.includes(String(opening['as'])) ? [] : [finding(['opening', 'as'], expected)];
  return [...opener, ...acts.flatMap((act, at) => (accounts.includes(act.as) ? [] : [finding(['acts', at, 'as'], expected)]))];
}

function meaningFindings(written: WrittenDossier, { accounts }: Surroundings): Finding[] {
  const resolved = policyOf(written);
  return [
    ...organisationFindings(written),
    ...openingFindings(written),
    ...('policy' in resolved ? formFindings(written, resolved.policy) : resolved.findings),
    ...actsFindings(written),
    ...accountFindings(written, accounts),
  ];
}

const digestOf = (value: unknown): string => contentHash(value).slice(0, 8);

function actOf(act: WrittenAct, at: number, document: YamlDocument): Act {
  return {
    number: at + 1,
    name: act.name ?? null,
    chapter: act.chapter ?? null,
    on: instantOf(act.on),
    as: act.as,
    type: act.do as CommandType,
    data: act.data ?? {},
    at: act.at === undefined ? null : instantOf(act.at),
    refused: act.expect?.refused ?? null,
    line: document.lineOf(['acts', at, 'do']),
    digest: digestOf({ on: act.on, as: act.as, do: act.do, data: act.data ?? {}, at: act.at ?? null }),
  };
}

const ordered = (mistakes: readonly DossierMistake[]): DossierMistake[] =>
  mistakes.toSorted((one, other) => one.line - other.line || one.column - other.column);

/**
 * Reads a dossier from its text. The answer is a dossier that can be played, or every mistake with its line: the form
 * first, and once that is right, what the fields mean together.
 */
export function readDossier(text: string, file: string, surroundings: Surroundings): DossierReading {
  const reading = readYaml(text, file);
  if (!reading.ok) return reading;
  const { document } = reading;
  const form = shapeFindings(document.content);
  const written = document.content as WrittenDossier;
  const findings = form.length > 0 ? form : meaningFindings(written, surroundings);
  if (findings.length > 0) return { ok: false, mistakes: ordered(findings.map(document.mistakeAt)) };
  const opening = openingData(written);
  return {
    ok: true,
    dossier: {
      id: written.dossier,
      file,
      title: written.title,
      openedBy: String(written.opening['as']),
      registrations: registrationsOf(written),
      opening,
      openingDigest: digestOf(opening),
      acts: (written.acts ?? []).map((act, at) => actOf(act, at, document)),
    },
  };
}
