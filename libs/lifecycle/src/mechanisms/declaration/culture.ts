import type { Command, Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';
import type { PartnershipState } from '../../state.js';
import type { CulturalNotes } from './slice.js';

/** Days that a command plans: of a meeting, or of something that is owed (PMP-17). */
function plannedDays(command: Command): readonly string[] {
  switch (command.type) {
    case 'AgreeMeetingCalendar':
      return [command.data.firstOn];
    case 'MakeCommitment':
    case 'AgreeAdjustment':
      return [command.data.dueOn];
    case 'LinkProject':
      return [command.data.startsOn, ...(command.data.endsOn === null ? [] : [command.data.endsOn])];
    default:
      return [];
  }
}

/** 1 is Monday, 7 is Sunday. */
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7;

const whose = ({ about, party }: CulturalNotes): { readonly fr: string; readonly en: string } =>
  about === 'party' ? { fr: `« ${party} »`, en: `"${party}"` } : { fr: 'personnes concernées', en: 'people concerned' };

function clashes(notes: CulturalNotes, days: readonly string[]): { readonly fr: string; readonly en: string }[] {
  const restful = days.filter(day => notes.restDays.includes(weekdayOf(day)));
  const avoided = notes.avoid.filter(span => days.some(day => span.from <= day && day <= span.until));
  return [
    ...restful.map(day => ({ fr: ` Le ${day} est un jour de repos.`, en: ` ${day} is a day of rest.` })),
    ...avoided.map(({ name, from, until }) => ({
      fr: ` À éviter : ${name} (${from} – ${until}).`,
      en: ` To be avoided: ${name} (${from} – ${until}).`,
    })),
  ];
}

function reminder(notes: CulturalNotes, days: readonly string[]): Refusal {
  const who = whose(notes);
  const found = clashes(notes, days);
  return because(
    found.length > 0 ? 'cultural-clash' : 'cultural-notes',
    'PMP-17',
    say(
      `Repères culturels (${who.fr}) : calendrier, langue et manière de décider sont à la version ${notes.version} de l’histoire.${found.map(one => one.fr).join('')}`,
      `Cultural notes (${who.en}): calendar, language and ways of deciding are at version ${notes.version} of the history.${found.map(one => one.en).join('')}`,
    ),
    say('Les relire, et choisir un autre jour si celui-ci ne convient pas.', 'Read them, and choose another day if this one does not fit.'),
  );
}

/** Shown to whoever plans a day: the notes of the parties and of the people concerned, and the days that clash with them. */
export function culturalReminders(state: PartnershipState, command: Command): readonly Refusal[] {
  const { culture } = state.declarations;
  if (culture.length === 0) return [];
  const days = plannedDays(command);
  return days.length === 0 ? [] : culture.map(notes => reminder(notes, days));
}
