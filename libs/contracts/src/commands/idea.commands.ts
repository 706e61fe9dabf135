import { z } from 'zod';
import { freeText, label, opaqueId, textVersion } from '../fields.js';
import { declarations, type DeclarationKind } from '../vocabulary/declarations.js';
import { groupVote, ideaCardSoFar } from '../vocabulary/idea.js';
import { linkedProject } from '../vocabulary/projects.js';
import { textKinds } from '../vocabulary/texts.js';
import { commandRows } from './command-definition.js';
import { anyMember, fileHolders, followers, hostHolders } from './permissions.js';

const row = commandRows('idea');
const declaration = commandRows('declaration');

const declarable = Object.entries(declarations).map(([kind, { fields }]) =>
  z.strictObject({ ...fields.shape, kind: z.literal(kind), party: z.undefined().optional() }),
);

type Declaration = {
  [K in DeclarationKind]: { kind: K } & Omit<z.infer<(typeof declarations)[K]['fields']>, 'party'>;
}[DeclarationKind];

export const ideaCommands = {
  /** What the opening left out, in any order; what is told again replaces what was told before. */
  CompleteIdea: row(z.strictObject(ideaCardSoFar), fileHolders, ['PMP-01', 'PMP-56'], ['Compléter l’idée', 'Complete the idea']),
  JoinExisting: row(
    z.strictObject({ partnership: opaqueId, reason: freeText }),
    hostHolders,
    ['PMP-08'],
    ['Rejoindre un partenariat existant', 'Join an existing partnership'],
  ),
  /** A declaration of the speaker’s own party, of a declared kind. */
  MakeDeclaration: declaration(
    z.discriminatedUnion('kind', declarable as never) as unknown as z.ZodType<Declaration>,
    fileHolders,
    ['PMP-10', 'PMP-57'],
    ['Déclarer pour sa partie', 'Make a declaration'],
  ),
  LinkProject: row(z.strictObject(linkedProject), followers, ['HFA-11', 'MDM-52'], ['Rattacher un projet', 'Link a project']),
  EndLinkedProject: row(
    z.strictObject({ project: opaqueId, reason: freeText }),
    followers,
    ['MDM-52'],
    ['Terminer un projet rattaché', 'End a linked project'],
  ),
  /** The text of an optional step is not asked for any more, or asked for again (ALE-03). */
  SwitchStep: row(
    z.strictObject({ step: z.enum(textKinds), on: z.boolean(), reason: freeText }),
    fileHolders,
    ['ALE-03', 'MDM-55'],
    ['Laisser ou reprendre une étape facultative', 'Leave out or take up an optional step'],
  ),
  GiveCommunityOpinion: row(
    /** `vote`: how a community that no organisation stands for has voted, in counts and never by person (S-18). */
    z.strictObject({ kind: z.enum(textKinds), ...textVersion, opinion: freeText, vote: groupVote.optional() }),
    { roles: ['community-leader'], sides: fileHolders.sides },
    ['AGI-32', 'S-18'],
    ['Donner l’avis des responsables communautaires', 'Give the opinion of community leaders'],
  ),
  ReportBrandIncident: row(
    z.strictObject({ what: label, facts: freeText }),
    anyMember,
    ['MDM-59'],
    ['Signaler un incident touchant la marque', 'Report an incident on the brand'],
  ),
  AcknowledgeBrandIncident: row(
    z.strictObject({ incident: opaqueId, answer: freeText }),
    fileHolders,
    ['MDM-59'],
    ['Prendre acte d’un incident de marque', 'Acknowledge an incident on the brand'],
  ),
};
