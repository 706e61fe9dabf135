import type { Actor, FormKind, OpenAction, PartnershipStanding, WhyNotAnswer } from '@palabre/contracts';
import { formPut, isFormOpen, openActions, standingOf, whyNot, type Ask, type FormPut } from '@palabre/lifecycle';
import type { Rehearsal } from './rehearsal.js';

/** What the engine answers about a rehearsed file: where it stands, everything announced. */
export const standingIn = (file: Rehearsal): PartnershipStanding => standingOf(file.state, file.state.head.version);

/** What the engine answers to "would this be accepted?". */
export const whyNotIn = (file: Rehearsal, ask: Ask): WhyNotAnswer => whyNot(file.state, ask);

/** What the engine answers to "what may this person ask for now?". */
export const openActionsIn = ({ state }: Rehearsal, actor: Actor): readonly OpenAction[] => openActions(state, actor);

/** What the reading side answers about the questions of a form. */
export const questionsIn = (
  { state }: Rehearsal,
  form: FormKind,
): { readonly open: boolean; readonly put: readonly FormPut[] } & Record<string, unknown> => ({
  id: state.id,
  version: state.head.version,
  form,
  open: isFormOpen(state, form),
  put: formPut(state, form),
});
