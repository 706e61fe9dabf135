import type { EventType, PartnershipPolicy } from '@palabre/contracts';
import type { LedgerEvent } from '../../ledger/ledger-event.js';
import { documentPut, documentTable } from '../document-row.js';
import { paddedVersion, type Change, type Handlers, type Projection, type Rows } from '../projection.js';
import { reviewsEntity, type AssessmentDoc, type ReviewDoc, type ReviewRow, type RulesDoc } from './reviews.entity.js';
import { asksWhereWeStand, chosen, standsAt } from './choices.js';
import { byMeasure, byQuestion, meanOf, scoresOf, solidity, trendFrom } from './scores.js';

type Changes = readonly Change<ReviewRow>[];

const put = documentPut<ReviewRow>();

const rulesPart = 'rules';

const reviewPart = (round: number): string => `review/${String(round).padStart(4, '0')}`;

const noRules: RulesDoc = { measures: {}, solidFrom: null };

/** The policy in force from now on; reviews that were held keep what was told of them. */
function rules(event: LedgerEvent, { forms, figures }: PartnershipPolicy): Changes {
  const measures = Object.fromEntries(forms.annualReview.flatMap(({ id, measures: about }) => (about === undefined ? [] : [[id, about]])));
  const least = figures?.['solid_partnership_min_score'];
  const doc: RulesDoc = {
    measures,
    solidFrom: least === undefined ? null : least * 100,
    choices: forms.annualReview.filter(({ kind }) => kind === 'choice').map(({ id }) => id),
    positions: forms.stageReflection.filter(asksWhereWeStand).map(({ id }) => id),
  };
  return put(event, rulesPart, { kind: 'rules', doc });
}

const rulesIn = (rows: Rows<ReviewRow>): RulesDoc => {
  const known = rows.get(rulesPart);
  return known?.kind === 'rules' ? known.doc : noRules;
};

function review(event: LedgerEvent<'JointReflectionHeld'>, rows: Rows<ReviewRow>): Changes {
  const { round, answers } = event.data;
  const inForce = rulesIn(rows);
  const before = rows.get(reviewPart(round - 1));
  const measures = byMeasure(answers, inForce);
  const doc: ReviewDoc = {
    round,
    heldAt: event.attributes.factat,
    questions: byQuestion(answers),
    choices: chosen(answers, inForce.choices ?? []),
    measures,
    trend: before?.kind === 'review' ? trendFrom(before.doc.measures, measures) : null,
    solid: solidity(
      measures,
      answers.map(({ party }) => party),
      inForce,
    ),
  };
  return put(event, reviewPart(round), { kind: 'review', doc });
}

/** A stage is told with where the party stands, beside what it said the time before, in whichever phase that was. */
function reflection(event: LedgerEvent<'StageReflectionRecorded'>, rows: Rows<ReviewRow>): Changes {
  const { phase, party, place, answers } = event.data;
  const part = `reflection/${paddedVersion(event.version)}`;
  const told = { phase, party, place, scores: scoresOf(answers) };
  const position = standsAt(answers, rulesIn(rows).positions ?? []);
  if (position === null) return put(event, part, { kind: 'reflection', doc: told });
  const standpoint = `standpoint/${party}/${place}`;
  const row = rows.get(standpoint);
  const before = row?.kind === 'standpoint' ? { phase: row.doc.phase, position: row.doc.position } : null;
  return [
    ...put(event, part, { kind: 'reflection', doc: { ...told, position, before } }),
    ...put(event, standpoint, { kind: 'standpoint', doc: { party, place, phase, position } }),
  ];
}

const assessmentPart: Readonly<Record<AssessmentDoc['occasion'], (party: string) => string>> = {
  baseline: party => `assessment/${party}/0-baseline`,
  repeated: party => `assessment/${party}/1-repeated`,
};

type Assessed = LedgerEvent<'StrengthBaselineRecorded'> | LedgerEvent<'SelfAssessmentRepeated'>;

function assessment(event: Assessed, occasion: AssessmentDoc['occasion'], was: AssessmentDoc['scores'] | null): Changes {
  const { party, answers } = event.data;
  const scores = scoresOf(answers);
  const doc: AssessmentDoc = {
    party,
    occasion,
    scores,
    mean: meanOf(Object.values(scores)),
    change:
      was &&
      Object.fromEntries(Object.entries(scores).flatMap(([area, score]) => (was[area] === undefined ? [] : [[area, score - was[area]]]))),
  };
  return put(event, assessmentPart[occasion](party), { kind: 'self-assessment', doc });
}

function repeated(event: LedgerEvent<'SelfAssessmentRepeated'>, rows: Rows<ReviewRow>): Changes {
  const first = rows.get(assessmentPart.baseline(event.data.party));
  return assessment(event, 'repeated', first?.kind === 'self-assessment' ? first.doc.scores : null);
}

const on: Handlers<ReviewRow> = {
  PartnershipIdeaRecorded: event => rules(event, event.data.policy),
  PartnershipTypeChanged: event => rules(event, event.data.policy),
  JointReflectionHeld: review,
  StageReflectionRecorded: reflection,
  StrengthBaselineRecorded: event => assessment(event, 'baseline', null),
  SelfAssessmentRepeated: repeated,
};

export const reviewsHandles = Object.keys(on) as EventType[];

export const reviewsProjection: Projection<ReviewRow> = {
  name: 'reviews',
  stamp: 1_763_740_000_002,
  entity: reviewsEntity,
  on,
  readsAllData: false,
  readsRows: true,
  ddl: documentTable,
};
