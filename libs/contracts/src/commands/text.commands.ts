import { z } from 'zod';
import { freeText, language, textVersion } from '../fields.js';
import { takenFrom } from '../events/text.events.js';
import { roles } from '../vocabulary/roles.js';
import { textBodies, textKinds, type TextKind } from '../vocabulary/texts.js';
import { commandRows } from './command-definition.js';
import { accountants, anyMember, fileHolders } from './permissions.js';

const row = commandRows('text');

const on = { kind: z.enum(textKinds), ...textVersion };

const proposals = textKinds.map(kind => z.strictObject({ kind: z.literal(kind), body: textBodies[kind], takenFrom: takenFrom.optional() }));

type Proposal = {
  [K in TextKind]: { kind: K; body: z.infer<(typeof textBodies)[K]>; takenFrom?: z.infer<typeof takenFrom> | undefined };
}[TextKind];

export const textCommands = {
  WriteExpectations: row(
    z.strictObject({ expectations: freeText, values: z.array(freeText).min(1) }),
    fileHolders,
    ['MDM-30', 'MDM-20'],
    ['Écrire ses attentes et ses valeurs', 'Write expectations and values'],
  ),
  /** A new version of a text. The proposer accepts it by proposing; every earlier acceptance becomes stale. */
  ProposeText: row(
    z.discriminatedUnion('kind', proposals as never) as unknown as z.ZodType<Proposal>,
    accountants,
    ['MDM-39', 'MDM-15'],
    ['Proposer un texte', 'Propose a text'],
  ),
  AcceptText: row(z.strictObject(on), fileHolders, ['MDM-15'], ['Accepter un texte', 'Accept a text']),
  ContestText: row(
    z.strictObject({ ...on, reasons: freeText, about: z.array(z.string()).default([]) }),
    fileHolders,
    ['MDM-11', 'MDM-15'],
    ['Contester un texte', 'Contest a text'],
  ),
  CommentText: row(z.strictObject({ ...on, comment: freeText }), anyMember, ['MDM-01'], ['Commenter un texte', 'Comment a text']),
  TranslateText: row(
    z.strictObject({ ...on, language, body: freeText }),
    fileHolders,
    ['MDM-16'],
    ['Traduire un texte', 'Translate a text'],
  ),
  ShareAgreement: row(
    z.strictObject({
      ...textVersion,
      with: z.array(z.enum(roles)).min(1),
      /** Given once it is signed: the same content in plain words, for every member (HFA-29). */
      summary: freeText.optional(),
    }),
    fileHolders,
    ['HFA-16', 'HFA-29'],
    ['Partager le contenu de l’accord', 'Share the agreement content'],
  ),
};
