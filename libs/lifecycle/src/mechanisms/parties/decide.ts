import { fact, type Fact, type Refusal } from '@palabre/contracts';
import { accept, because, refuse, say } from '../../decision.js';
import type { Decider, Deciders } from '../../mechanism.js';
import { partyOf, partyOfOrganisation } from './questions.js';

const alreadyThere = (): Refusal =>
  because(
    'party-exists',
    'C-15',
    say(
      'Cette organisation, ou ce nom de partie, est déjà dans le dossier.',
      'This organisation, or this party name, is already in the file.',
    ),
    say('Vérifier les parties du dossier.', 'Check the parties of the file.'),
  );

const noSuchHandover = (): Refusal =>
  because(
    'no-such-handover',
    'MDM-10',
    say('Cette passation n’est pas ouverte.', 'This handover is not open.'),
    say('Ouvrir la passation, ou vérifier sa référence.', 'Open the handover, or check its reference.'),
  );

const notYoursToConfirm = (): Refusal =>
  because(
    'handover-not-yours',
    'MDM-10',
    say('La personne qui arrive et une autre partie confirment, chacune une fois.', 'The newcomer and another party confirm, each once.'),
    say('Laisser confirmer la personne qui arrive ou l’autre partie.', 'Let the newcomer or the other party confirm.'),
  );

const samePerson = (): Refusal =>
  because(
    'same-person',
    'MDM-10',
    say('La personne qui part et celle qui arrive sont la même.', 'The outgoing and the incoming person are the same.'),
    say('Nommer la personne qui arrive.', 'Name the incoming person.'),
  );

const mandateBackwards = (): Refusal =>
  because(
    'mandate-backwards',
    'S-16',
    say('Le mandat finit avant de commencer.', 'The mandate ends before it begins.'),
    say('Corriger les dates.', 'Correct the dates.'),
  );

const strangersNamed = (): Refusal =>
  because(
    'unknown-party',
    'HFA-25',
    say(
      'Un membre du comité est nommé pour une partie absente du dossier.',
      'A member of the committee is named for a party that is not in the file.',
    ),
    say('Nommer des parties du dossier.', 'Name parties of the file.'),
  );

const shortlist: Decider<'ShortlistCandidate'> = (state, command) => {
  const { party, organisation, workingLanguage, reason } = command.data;
  if (partyOf(state, party) !== undefined || partyOfOrganisation(state, organisation) !== undefined) return refuse(alreadyThere());
  return accept(fact('CandidateShortlisted', { entry: { party, side: 'partner', organisation, workingLanguage }, reason }));
};

const constitute: Decider<'ConstituteCommittee'> = (state, command) =>
  command.data.members.some(member => partyOf(state, member.party) === undefined)
    ? refuse(strangersNamed())
    : accept(fact('FollowUpCommitteeConstituted', command.data));

const ownMandate = (): Refusal =>
  because(
    'four-eyes',
    'FOUR-EYES',
    say('Personne n’enregistre son propre mandat.', 'Nobody records a mandate of their own.'),
    say('Une autre personne de la partie l’enregistre.', 'Another person of the party records it.'),
  );

const recordMandate: Decider<'RecordMandate'> = (_state, command, moment) => {
  if (command.data.person === moment.actor.person) return refuse(ownMandate());
  return command.data.until !== null && command.data.until < command.data.from
    ? refuse(mandateBackwards())
    : accept(fact('MandateRecorded', { ...command.data, party: moment.party.party }));
};

const openHandover: Decider<'OpenHandover'> = (_state, command, moment) =>
  command.data.outgoing === command.data.incoming
    ? refuse(samePerson())
    : accept(fact('HandoverOpened', { ...command.data, handover: moment.newId('handover'), party: moment.party.party }));

/** The second of the two confirmations hands over: both facts are told. */
const confirmHandover: Decider<'ConfirmHandover'> = (state, command, moment) => {
  const handover = state.parties.handovers.find(open => open.handover === command.data.handover);
  if (handover === undefined) return refuse(noSuchHandover());
  const newcomer = moment.actor.person === handover.incoming;
  const by = newcomer ? 'newcomer' : 'other-party';
  const outside = !newcomer && moment.party.party === handover.party;
  if (outside || handover.confirmedBy.includes(by)) return refuse(notYoursToConfirm());
  const confirmed = fact('HandoverConfirmed', { handover: handover.handover, by, party: moment.party.party });
  const done: Fact[] =
    handover.confirmedBy.length === 1
      ? [
          fact('FocalPointHandedOver', {
            handover: handover.handover,
            party: handover.party,
            outgoing: handover.outgoing,
            incoming: handover.incoming,
          }),
        ]
      : [];
  return accept(confirmed, ...done);
};

export const partiesDeciders: Deciders = {
  ShortlistCandidate: shortlist,
  RecordConsent: (_state, command, moment) => accept(fact('PartyConsentRecorded', { ...command.data, party: moment.party.party })),
  RecordMandate: recordMandate,
  DesignateOfficer: (_state, command, moment) =>
    accept(fact('PartnershipOfficerDesignated', { ...command.data, party: moment.party.party })),
  ConstituteCommittee: constitute,
  OpenHandover: openHandover,
  ConfirmHandover: confirmHandover,
  RestrictAccess: (state, command) =>
    partyOf(state, command.data.restrictedFor) === undefined
      ? refuse(strangersNamed())
      : accept(fact('AccessRestrictionRecorded', command.data)),
};
