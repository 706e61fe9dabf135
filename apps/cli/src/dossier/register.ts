import { streamCommands } from '@palabre/contracts';
import type { PalabreApi } from '../api/palabre-api.js';
import { Failure } from '../failure.js';
import type { Language } from '../terminal/language.js';
import { startOf } from './moments.js';
import type { WrittenDossier } from './written.js';

/** An organisation that the register is to know before the partnership begins. */
export interface Registration {
  readonly organisation: string;
  /** Data of RegisterOrganisation. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** What a dossier writes of an organisation for the register; its id, its name and its calendar stand elsewhere in the file. */
export const registerEntry = streamCommands.organisation.RegisterOrganisation.data.omit({
  organisation: true,
  name: true,
  calendar: true,
  calendarStartsAt: true,
});

/** Organisations of a dossier that say what they are. */
export function registrationsOf({ organisations, calendar }: WrittenDossier): readonly Registration[] {
  const startsAt = calendar.startsOn === undefined ? null : startOf(calendar.startsOn);
  const begins = { calendar: calendar.kind, calendarStartsAt: startsAt };
  return Object.entries(organisations).flatMap(([organisation, { fr: name, register }]) =>
    register === undefined ? [] : [{ organisation, data: { organisation, name, ...register, ...begins } }],
  );
}

interface Registering {
  readonly api: PalabreApi;
  readonly language: Language;
  readonly run: string;
  /** Account that registers: who opens the partnership. */
  readonly as: string;
}

/** Asked first, so that no refusal is left in the history of an organisation that another dossier brought. */
async function isRegistered(organisation: string, { api, as }: Registering): Promise<boolean> {
  try {
    await api.streams.standing(as, { kind: 'organisation', id: organisation });
    return true;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

/** Enters organisations in the register. One that is there already stays as it is: several dossiers may name it. */
export async function registerAll(registrations: readonly Registration[], registering: Registering): Promise<void> {
  const { api, language, run, as } = registering;
  for (const { organisation, data } of registrations) {
    if (await isRegistered(organisation, registering)) continue;
    const request = { id: `${run}.register.${organisation}`, type: 'RegisterOrganisation', data };
    const opened = await api.streams.open(as, 'organisation', request);
    if (!('outcome' in opened) || opened.refusal.code === 'already-begun') continue;
    const { code, rule, reason, next } = opened.refusal;
    throw new Failure({ exit: 'refused', what: reason[language], code, rule, next: next[language], fields: opened.fields });
  }
}
