import { clauseTopicNames, type ClauseTopic, type CommandData, type Localized, type Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';
import { policyOf, type PartnershipState } from '../../state.js';

/** Topics of the type's clause template that none of the covered ones settles (HFA-14, S-13). */
export const topicsWithoutClause = (state: PartnershipState, covered: readonly string[]): readonly ClauseTopic[] =>
  (policyOf(state).switches.agreementClauses ?? []).filter(topic => !covered.includes(topic));

export const noClauseOn = (topic: ClauseTopic): Localized =>
  say(`Aucune clause ne dit ${clauseTopicNames[topic].fr}.`, `No clause settles ${clauseTopicNames[topic].en}.`);

/** Shown to whoever drafts an agreement: what the template of the type still asks a clause for. It holds nothing back. */
export function clausesMissing(state: PartnershipState, proposal: CommandData<'ProposeText'>): readonly Refusal[] {
  if (proposal.kind !== 'agreement') return [];
  const missing = topicsWithoutClause(
    state,
    proposal.body.clauses.flatMap(({ covers }) => covers ?? []),
  );
  if (missing.length === 0) return [];
  const names = missing.map(topic => clauseTopicNames[topic]);
  return [
    because(
      'clauses-missing',
      'S-13',
      say(
        `Le modèle de ce type demande encore une clause sur : ${names.map(name => name.fr).join(', ')}.`,
        `The template of this type still asks for a clause on: ${names.map(name => name.en).join(', ')}.`,
      ),
      say(
        `Dire dans chaque clause ce qu’elle règle (\`covers\` : ${missing.join(', ')}).`,
        `Say in each clause what it settles (\`covers\`: ${missing.join(', ')}).`,
      ),
    ),
  ];
}
