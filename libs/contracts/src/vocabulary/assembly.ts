import { z } from 'zod';
import { day, sha256 } from '../fields.js';

const voices = z.int().min(0).max(1_000_000);

/** How a session counted: how many it takes, how many were there, and their voices; who was there and gave none abstained. */
const sessionCount = z.strictObject({ quorum: voices.min(1), present: voices.min(1), inFavour: voices, against: voices });

/** The session of an assembly: its day, the hash of its minutes, which stay with the organisation, and its count, where no members vote one by one (HFA-34). */
export const assemblySession = z.strictObject({ heldOn: day, minutes: sha256, count: sessionCount.optional() });

export type AssemblySession = z.infer<typeof assemblySession>;
