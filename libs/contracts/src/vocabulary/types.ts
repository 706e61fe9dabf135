/** Partnership types of the catalogue (requirements, "Policy matrix"). A charter may offer others: codes are data. */
export const partnershipTypes = ['SP', 'OP', 'TR', 'ST', 'AL', 'NW', 'MM', 'MSP'] as const;

export type PartnershipType = (typeof partnershipTypes)[number] | (string & {});
