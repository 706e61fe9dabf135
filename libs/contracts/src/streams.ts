/**
 * The streams of Palabre: each is one workflow, one key on the topic, one writer, one chain of hashes (domain model,
 * "Streams"). A stream's name is `<kind>/<id>`.
 */
export const streamKinds = ['partnership', 'organisation', 'charter', 'campaign'] as const;

export type StreamKind = (typeof streamKinds)[number];

/** Stream name, workflow id and ledger key of one thing of a kind. */
export const streamName = (kind: StreamKind, id: string): string => `${kind}/${id}`;

/** Stream name of a partnership. */
export const partnershipStream = (partnershipId: string): string => streamName('partnership', partnershipId);

/** The kind that a stream's name begins with; null for a name that no stream of Palabre has. */
export function streamKindOf(stream: string): StreamKind | null {
  const named = stream.slice(0, Math.max(0, stream.indexOf('/')));
  return streamKinds.find(kind => kind === named) ?? null;
}

/** True when the stream is one of Palabre's and belongs to this subject. */
export function isStreamOf(stream: string, subject: string): boolean {
  const kind = streamKindOf(stream);
  return kind !== null && stream === streamName(kind, subject);
}
