/** Where the two sides differ, and the entry of the catalogue that says so: one that the row itself serves. */
export interface Exception {
  readonly source: string;
  readonly why: string;
}

const before = 'nobody is there yet on the other side';

/** Commands that one side alone may ask for. */
export const oneSidedCommands: Readonly<Record<string, Exception>> = {
  OpenPartnership: { source: 'PMP-03', why: 'who opens the file is its host, by definition' },
  AssessNeed: { source: 'PMP-07', why: before },
  CheckExistingPartnerships: { source: 'PMP-08', why: before },
  JoinExisting: { source: 'PMP-08', why: before },
  ProposeType: { source: 'MDM-33', why: before },
  DiscardIdea: { source: 'PMP-07', why: 'the idea is the host’s; once two negotiate, either stops' },
  ShortlistCandidate: { source: 'PMP-19', why: before },
  SetCandidateAside: { source: 'PMP-19', why: 'who shortlisted may take it back; the candidate itself steps back by `AnnounceWithdrawal`' },
  NameFileHolder: { source: 'S-24', why: 'until an officer is designated, the side that runs the file says who holds it' },
  StateLeadershipPreference: { source: 'ALE-35', why: 'the wish of the partner not to lead is the partner’s to state' },
};

/** Tasks of functions that only one side has. */
export const oneSidedFunctions: Readonly<Record<string, Exception>> = {
  'assess-need': { source: 'PMP-07', why: before },
  'check-existing': { source: 'PMP-08', why: before },
  'propose-type': { source: 'MDM-33', why: before },
  'shortlist-candidate': { source: 'PMP-19', why: before },
  'state-availability': { source: 'AGI-28', why: 'asked of whoever was designated, on whichever side' },
  'asked-file-holder': { source: 'S-24', why: 'the officer is the host’s person, and so is who holds the file before' },
  'follow-training': { source: 'MDM-80', why: 'asked of the officer who was designated' },
  'constitute-committee': { source: 'HFA-25', why: 'either side may constitute it; the host is reminded' },
  'reflect-in-the-field': { source: 'MDM-81', why: 'the field answers beside headquarters, which has a task of its own' },
};

const prepares = 'the host prepares it; the other side reads, contests and may do it itself';

/** Tasks that are asked of a side for what it is. A duty of one side: what it does there, the other may do as well. */
export const duties: Readonly<Record<string, Exception>> = {
  ...oneSidedFunctions,
  'list-actors': { source: 'PMP-12', why: before },
  'list-existing-partnerships': { source: 'PMP-12', why: before },
  'acknowledge-missing-voices': { source: 'ALE-24', why: before },
  'hold-introduction': { source: 'AGI-03', why: 'asked of everybody who is there, and at first that is the host' },
  'write-text': { source: 'MDM-39', why: prepares },
  'translate-text': { source: 'MDM-16', why: 'each party has a language of its own' },
  'designate-officer': { source: 'HFA-17', why: 'the officer is the host’s person' },
  'renew-membership': { source: 'MDM-58', why: 'a member renews its own membership' },
  'check-after-transfer': { source: 'MDM-48', why: 'who handed over looks again; the recipient may as well' },
  'confirm-answer': { source: 'ALE-14', why: 'what one side says of the other is confirmed by the other' },
  'reflect-at-headquarters': { source: 'MDM-81', why: 'headquarters answers beside the field, which has a task of its own' },
  'request-strategic-validation': { source: 'MDM-61', why: prepares },
  'validate-strategically': {
    source: 'MDM-61',
    why: 'the body of the charter validates; a shared body has members of both sides (MDM-60)',
  },
  'submit-final-report': { source: 'HFA-33', why: prepares },
};

/** What a charter asks to be written before a step is asked of who prepares that step. */
export const isAskedByCharter = (kind: string): boolean => kind.startsWith('asked-');
