import { commandTypes, type CommandType, type Refusal } from '@palabre/contracts';
import { because, say } from '../decision.js';
import type { Guard } from '../mechanism.js';
import { partyOfOrganisation } from '../mechanisms/parties/questions.js';
import type { PartyStanding } from '../mechanisms/parties/slice.js';

/** What somebody who is not in, or who holds the secretariat, may ask for (PMP-21, PMP-24). Not in the list means no. */
const allowed: Readonly<Record<PartyStanding, readonly CommandType[]>> = {
  in: commandTypes,
  applicant: [
    'AnswerAccession',
    'AcceptRules',
    'RecordFinding',
    'RaiseLine',
    'HearParty',
    'DeclareLimit',
    'DeclareDecisionDelay',
    'MakeDeclaration',
    'CommentText',
    'PostPalaverMessage',
  ],
  secretariat: [
    'HoldMeeting',
    'HoldPlanningMeeting',
    'AgreeMeetingCalendar',
    'RecordStatusPoint',
    'RecordContact',
    'RecordNote',
    'PostPalaverMessage',
  ],
  /** What it owed when it left it may still settle. */
  left: ['HearParty', 'TellTransfer', 'ConfirmTransfer', 'JustifyExpenditure'],
};

const reasons: Readonly<Record<Exclude<PartyStanding, 'in'>, () => Refusal>> = {
  applicant: () =>
    because(
      'not-in-yet',
      'PMP-21',
      say(
        'Votre organisation demande à entrer : elle n’engage encore personne.',
        'Your organisation asks to come in: it binds nobody yet.',
      ),
      say(
        'Répondre au questionnaire, accepter les règles, attendre l’accord des parties.',
        'Answer the form, accept the rules, wait for the parties to agree.',
      ),
    ),
  secretariat: () =>
    because(
      'secretariat-is-neutral',
      'PMP-24',
      say(
        'Le secrétariat neutre convoque, note et médiatise ; il ne décide de rien.',
        'The neutral secretariat convenes, records and mediates; it decides nothing.',
      ),
      say('Laisser une partie le demander.', 'Let a party ask for it.'),
    ),
  left: () =>
    because(
      'has-left',
      'S-06',
      say(
        'Votre organisation s’est retirée : elle lit ce qu’elle a vécu.',
        'Your organisation has withdrawn: it reads what it lived through.',
      ),
      say('Demander à entrer de nouveau par une partie (ProposeAccession).', 'Ask a party to propose your accession (ProposeAccession).'),
    ),
};

/** Who is not in the partnership asks only for what its place allows. */
export const partyStanding: Guard = (state, { type, actor }) => {
  const standing = partyOfOrganisation(state, actor.organisation)?.standing ?? 'in';
  return standing === 'in' || allowed[standing].includes(type) ? null : reasons[standing]();
};
