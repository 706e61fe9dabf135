/** The six parts of a charter (MDM-02). One that a source does not state is declared so, never left out. */
export const charterParts = ['values', 'principles', 'typology', 'lines', 'action-plan', 'way-of-working'] as const;

export type CharterPart = (typeof charterParts)[number];

/** How a clause stands on its way (MDM-05). `adopted`: its authors' group has it, the CD has not decided. */
export const clauseStandings = ['proposed', 'adopted', 'under-discussion', 'validated', 'retired'] as const;

export type ClauseStanding = (typeof clauseStandings)[number];

/** Bodies that no consultation leaves out (MDM-76). Others are named by who opens it. */
export const alwaysConsulted = ['field-teams', 'partners'] as const;

export const consultationVerdicts = ['validate', 'improve', 'object'] as const;

/** Where a member of the quality group works (MDM-03). */
export const groupPlaces = ['headquarters', 'field', 'sister-association', 'partner'] as const;

/** What became of a clause between two editions of a charter. */
export const clauseChanges = ['added', 'changed', 'retired'] as const;
