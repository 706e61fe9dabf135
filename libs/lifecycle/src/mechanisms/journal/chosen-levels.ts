import type { ChosenArea, CommandData, Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';
import type { PartnershipState } from '../../state.js';
import { partyNames } from '../parties/questions.js';

type Decision = 'none' | 'consulted' | 'joint' | 'sole';

const decisionOf = (state: PartnershipState, party: string, area: ChosenArea): Decision =>
  state.journal.levels?.[party]?.[area]?.decision ?? 'joint';

/**
 * Who decides in an area, by what each party chose for itself; the choices hold from the signature on (AGI-21). A party
 * that wants to decide alone does, as long as every other leaves it the area. Null: everybody decides, by choice or because
 * nobody wants to. A right that moved by a measure of the agreed plan goes before these choices (AGI-13).
 */
export function decidersIn(state: PartnershipState, area: ChosenArea | undefined): readonly string[] | null {
  if (area === undefined || state.steps.signedAt === null) return null;
  const parties = partyNames(state);
  const holder = state.journal.rights?.[area];
  if (holder !== undefined && parties.includes(holder)) return [holder];
  const deciding = parties.filter(party => ['joint', 'sole'].includes(decisionOf(state, party, area)));
  return deciding.length === 0 || deciding.length === parties.length ? null : deciding;
}

const bothAlone = (area: ChosenArea, others: readonly string[]): Refusal =>
  because(
    'area-claimed-twice',
    'AGI-21',
    say(
      `Dans le domaine « ${area} », votre partie et ${others.map(one => `« ${one} »`).join(', ')} veulent chacune décider seule : tant que cela se contredit, vous décidez ensemble.`,
      `In the area "${area}" your party and ${others.map(one => `"${one}"`).join(', ')} each want to decide alone: as long as this is a contradiction, you decide together.`,
    ),
    say('En parler, puis choisir à nouveau (RecordNote, LevelsChosen).', 'Talk about it, then choose again (RecordNote, LevelsChosen).'),
  );

/** A warning for each area in which this party and another both choose to decide alone. */
export const claimedTwice = (state: PartnershipState, note: CommandData<'RecordNote'>, party: string): readonly Refusal[] =>
  note.kind !== 'LevelsChosen'
    ? []
    : note.areas.flatMap(({ area, decision }) => {
        const others = partyNames(state).filter(other => other !== party && decisionOf(state, other, area) === 'sole');
        return decision === 'sole' && others.length > 0 ? [bothAlone(area, others)] : [];
      });

/** True once the parties chose who decides where: a decision of one party then says where it falls (AGI-21). */
export const isDivided = (state: PartnershipState): boolean =>
  state.steps.signedAt !== null && Object.keys(state.journal.levels ?? {}).length > 0;

/** Who is told of a decision in an area, and how fully: what each party chose; everything to who chose nothing. */
export function informedIn(
  state: PartnershipState,
  area: ChosenArea | undefined,
): { readonly informs?: { party: string; information: 'summary' | 'full' }[] } {
  if (area === undefined) return {};
  const informs = partyNames(state).flatMap(party => {
    const information = state.journal.levels?.[party]?.[area]?.information ?? 'full';
    return information === 'none' ? [] : [{ party, information }];
  });
  return { informs };
}
