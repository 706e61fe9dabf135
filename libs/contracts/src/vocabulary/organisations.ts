/** What an organisation of the register is (C-18): its legal form. Anybody one works with has a place (ALE-04). */
export const entityKinds = [
  'individual',
  'informal-group',
  'informal-network',
  'network',
  'community-group',
  'movement',
  'association',
  'foundation',
  'cooperative',
  'company',
  'public-body',
  'university',
  'federation',
] as const;

export type EntityKind = (typeof entityKinds)[number];

/** Where it stands in society: apart from its kind (C-18). */
export const organisationSectors = ['public', 'private', 'civil-society', 'science'] as const;

/** Kinds within a sector (HFA-07); science has none of its own there. */
export const sectorSubKinds = {
  public: ['state', 'agency', 'intergovernmental'],
  private: ['company', 'private-institution'],
  'civil-society': ['ngo', 'association'],
  science: [],
} as const satisfies Record<(typeof organisationSectors)[number], readonly string[]>;

export const subKinds = [...sectorSubKinds.public, ...sectorSubKinds.private, ...sectorSubKinds['civil-society']] as const;

export type SubKind = (typeof subKinds)[number];

/** How far an organisation reaches: all four have their part (ALE-02). */
export const partnerLevels = ['local', 'national', 'regional', 'international'] as const;

export type PartnerLevel = (typeof partnerLevels)[number];

/** Levels that count as close to the people concerned, where leadership is to move to (ALE-19, ALE-28). */
export const nearLevels = ['local', 'national'] as const satisfies readonly PartnerLevel[];

/** How it stands to who registers it: firms work closely with those who supply them as well (HFA-03). */
export const organisationRelations = ['partner', 'supplier', 'subcontractor'] as const;

/** Which way money flows between the registering organisation and this one (ALE-05). */
export const fundingRelations = ['we-fund', 'they-fund-us', 'both', 'none'] as const;

/** How much of a partner is shown to everybody, from little to much: each level holds the ones before it (ALE-51). */
export const profileLevels = ['name', 'work', 'contact'] as const;

export type ProfileLevel = (typeof profileLevels)[number];

/** The five things that a country team looks at once a year (ALE-67). */
export const teamQualities = ['equitable', 'effective', 'deep', 'efficient', 'diverse'] as const;

/** Papers by which an organisation shows what it is. */
export const documentKinds = ['statutes', 'registration-certificate', 'annual-accounts', 'community-letter'] as const;

export type DocumentKind = (typeof documentKinds)[number];
