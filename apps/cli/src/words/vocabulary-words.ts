import type { Localized, Phase, Role, Standing } from '@palabre/contracts';
import { pair } from './pair.js';

/** Phases, standings and functions as a sentence names them. */
export const vocabularyWords = {
  'phase.readiness': pair('préparation', 'readiness'),
  'phase.idea': pair('idée', 'idea'),
  'phase.mapping': pair('cartographie des acteurs', 'stakeholder mapping'),
  'phase.search': pair('recherche de partenaire', 'search'),
  'phase.due-diligence': pair('diligence mutuelle', 'due diligence'),
  'phase.co-construction': pair('co-construction', 'co-construction'),
  'phase.validation': pair('validation', 'validation'),
  'phase.setting-up': pair('mise en place', 'setting-up'),
  'phase.implementation': pair('mise en œuvre', 'implementation'),
  'phase.annual-review': pair('revue annuelle', 'annual review'),
  'phase.transfer': pair('transfert', 'transfer'),
  'phase.closing': pair('clôture', 'closing'),
  'phase.after': pair('après', 'after'),
  'standing.open': pair('ouvert', 'open'),
  'standing.suspended': pair('suspendu', 'suspended'),
  'standing.closed': pair('clos', 'closed'),
  'standing.discarded': pair('abandonné', 'discarded'),
  'standing.failed': pair('arrêté', 'failed'),
  'role.hq-ops': pair('opérations du siège', 'headquarters operations'),
  'role.partnership-officer': pair('responsable du partenariat', 'partnership officer'),
  'role.signatory-authority': pair('autorité signataire', 'signatory authority'),
  'role.steering-committee': pair('comité de direction', 'steering committee'),
  'role.executive-bureau': pair('bureau exécutif', 'executive bureau'),
  'role.executive-secretariat': pair('secrétariat exécutif', 'executive secretariat'),
  'role.follow-up-committee': pair('comité de suivi', 'follow-up committee'),
  'role.general-assembly': pair('assemblée générale', 'general assembly'),
  'role.member': pair('membre', 'member'),
  'role.partner-representative': pair('représentation du partenaire', 'partner representative'),
  'role.community-leader': pair('responsable communautaire', 'community leader'),
  'role.country-team': pair('équipe pays', 'country team'),
  'role.case-handler': pair('cellule des signalements', 'case handler'),
  'role.neutral-secretariat': pair('secrétariat neutre', 'neutral secretariat'),
  'role.auditor': pair('audit', 'auditor'),
  'role.operator': pair('exploitation', 'operator'),
  'role.respondent': pair('personne interrogée', 'respondent'),
} as const satisfies Readonly<Record<`phase.${Phase}` | `standing.${Standing}` | `role.${Role}`, Localized>>;

/** The colour of a line, and where a case stands. */
export const caseWords = {
  'colour.red': pair('rouge', 'red'),
  'colour.orange': pair('orange', 'orange'),
  'case.raised': pair('signalé', 'raised'),
  'case.alleged': pair('allégué', 'alleged'),
  'case.mitigated': pair('suivi par un plan', 'under a plan'),
  'case.lifted': pair('levé', 'lifted'),
  'case.confirmed': pair('confirmé', 'confirmed'),
  'case.dismissed': pair('écarté', 'dismissed'),
  'case.lapsed': pair('éteint', 'lapsed'),
} as const;
