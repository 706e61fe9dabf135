import type { FreeText, ReadersByParty } from '@palabre/contracts';
import type { PartHandlers } from '../file-part.js';

/** Part of a document that tells of the protection of the file (AGI-02); absent while it is not protected. */
export interface WithProtection {
  readonly protection?: {
    readonly by: string;
    readonly reason: FreeText;
    readonly since: string;
    /** A party without an entry has named no reader yet. */
    readonly readers: ReadersByParty;
  };
}

/** What events do to it, in whichever document keeps it. */
export const protectionHandlers = <Doc extends WithProtection>(): PartHandlers<Doc> => ({
  FileProtected: (doc, { data: { party, reason, readers }, attributes }) => ({
    ...doc,
    protection: { by: party, reason, since: attributes.factat, readers: { [party]: readers } },
  }),
  ProtectedReadersNamed: (doc, { data: { party, readers } }) =>
    doc.protection === undefined
      ? doc
      : { ...doc, protection: { ...doc.protection, readers: { ...doc.protection.readers, [party]: readers } } },
  ProtectionLifted: doc => {
    const { protection: _lifted, ...rest } = doc;
    return rest as Doc;
  },
});
