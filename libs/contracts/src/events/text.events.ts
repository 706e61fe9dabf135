import { z } from 'zod';
import { freeText, language, opaqueId, partyId, textVersion } from '../fields.js';
import { roles } from '../vocabulary/roles.js';
import { textBodies, textBody, textKinds } from '../vocabulary/texts.js';
import { eventRows } from './event-definition.js';

const row = eventRows('text');

const kind = z.enum(textKinds);

/** A version of the same kind of text in another partnership. */
export const takenFrom = z.strictObject({ partnership: opaqueId, ...textVersion });

const proposed = <K extends z.ZodType, B extends z.ZodType>(kinds: K, body: B) =>
  z.strictObject({
    kind: kinds,
    ...textVersion,
    proposedBy: partyId,
    body,
    /** Parties whose acceptance of the version before no longer counts. */
    staleAcceptances: z.array(partyId),
    /** The text of another partnership that it was taken from (PMP-14). */
    takenFrom: takenFrom.optional(),
  });

const contested = z.strictObject({
  kind,
  ...textVersion,
  party: partyId,
  reasons: freeText,
  /** Budget lines or clauses the objection is about; empty when it is about the whole. */
  about: z.array(z.string()),
  /** How the version stands afterwards: by majority an objection may leave it as it is (PMP-28). Absent: contested. */
  leaves: z.enum(['contested', 'proposed', 'agreed']).optional(),
});

const agreed = z.strictObject({ kind, ...textVersion, acceptedBy: z.array(partyId).min(1) });

export const textEvents = {
  ExpectationsRecorded: row(
    z.strictObject({ party: partyId, expectations: freeText, values: z.array(freeText).min(1) }),
    ['MDM-30', 'MDM-20'],
    ['Attentes et valeurs écrites', 'Expectations and values written'],
  ),
  TextProposed: row(proposed(kind, textBody), ['MDM-39'], ['Texte proposé', 'Text proposed']),
  BudgetProposed: row(proposed(z.literal('budget'), textBodies.budget), ['MDM-11'], ['Budget proposé', 'Budget proposed']),
  AgreementDrafted: row(proposed(z.literal('agreement'), textBodies.agreement), ['HFA-14'], ['Accord rédigé', 'Agreement drafted']),
  VisionProposed: row(proposed(z.literal('vision'), textBodies.vision), ['PMP-13'], ['Vision proposée', 'Vision proposed']),
  FinalReportSubmitted: row(
    proposed(z.literal('final-report'), textBodies['final-report']),
    ['HFA-33'],
    ['Bilan final remis', 'Final report submitted'],
  ),
  TextCommented: row(
    z.strictObject({ kind, ...textVersion, party: partyId, comment: freeText }),
    ['MDM-01', 'PMP-13'],
    ['Texte commenté', 'Text commented'],
  ),
  TextAccepted: row(
    z.strictObject({ kind, ...textVersion, party: partyId }),
    ['MDM-15'],
    ['Texte accepté par une partie', 'Text accepted by one party'],
  ),
  TextContested: row(contested, ['MDM-15'], ['Texte contesté', 'Text contested']),
  BudgetContested: row(contested, ['MDM-11'], ['Budget contesté', 'Budget contested']),
  TextAgreed: row(agreed, ['MDM-15'], ['Texte convenu', 'Text agreed']),
  SharedValuesAgreed: row(agreed, ['MDM-38'], ['Valeurs communes convenues', 'Shared values agreed']),
  SharedVisionAgreed: row(agreed, ['MDM-51'], ['Vision commune convenue', 'Shared vision agreed']),
  CommonObjectivesRecorded: row(agreed, ['MDM-26', 'MDM-30'], ['Objectifs communs écrits', 'Common objectives recorded']),
  RolesAgreed: row(agreed, ['ALE-56', 'HFA-08'], ['Rôles convenus', 'Roles agreed']),
  BudgetCoValidated: row(agreed, ['MDM-11'], ['Budget co-validé', 'Budget co-validated']),
  CapacityPlanAgreed: row(agreed, ['MDM-41', 'ALE-59'], ['Plan de capacités convenu', 'Capacity plan agreed']),
  EvaluationModalitiesAgreed: row(agreed, ['MDM-40'], ['Modalités d’évaluation convenues', 'Evaluation modalities agreed']),
  OperatingModesAgreed: row(agreed, ['PMP-28'], ['Modes opératoires convenus', 'Operating modes agreed']),
  CommunicationRulesAgreed: row(agreed, ['PMP-31'], ['Règles de communication convenues', 'Communication rules agreed']),
  CodeOfConductAdopted: row(agreed, ['PMP-34'], ['Code de conduite adopté', 'Code of conduct adopted']),
  MilestonesDefined: row(agreed, ['PMP-35'], ['Jalons définis', 'Milestones defined']),
  PartnershipPlanAgreed: row(agreed, ['ALE-68'], ['Plan de partenariat convenu', 'Partnership plan agreed']),
  TransferPlanAgreed: row(agreed, ['MDM-45'], ['Plan de transfert convenu', 'Transfer plan agreed']),
  DocumentTranslated: row(
    z.strictObject({ kind, ...textVersion, language, body: freeText }),
    ['MDM-16'],
    ['Document traduit', 'Document translated'],
  ),
  AgreementContentShared: row(
    z.strictObject({ ...textVersion, party: partyId, with: z.array(z.enum(roles)).min(1), summary: freeText.optional() }),
    ['HFA-16', 'HFA-29'],
    ['Contenu de l’accord partagé', 'Agreement content shared'],
  ),
};
