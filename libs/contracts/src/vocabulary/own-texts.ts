/** Texts that a type may bring beside those of co-construction; which of them is policy. Kinds of `textBodies`. */
export const ownTextKinds = ['vision', 'advocacy', 'political-purpose', 'brand-rules'] as const;
