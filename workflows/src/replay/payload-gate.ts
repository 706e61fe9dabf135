import { canonicalJson } from '@palabre/contracts';
import { defaultPayloadConverter } from '@temporalio/common';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

/** A history as exported: proto-JSON. */
export type RecordedHistory = Parameters<typeof historyFromJSON>[0];

interface Asked {
  readonly type: string;
  /** Canonical JSON of the input. */
  readonly input: string;
}

/** An activity that today's code asks for otherwise than the recorded run did. */
export class ChangedPayload extends Error {
  constructor(place: number, recorded: Asked | undefined, replayed: Asked | undefined) {
    const shown = (asked: Asked | undefined): string => (asked === undefined ? 'nothing' : `${asked.type} ${asked.input.slice(0, 400)}`);
    super(`Activity ${place + 1} was asked otherwise than recorded.\n  recorded: ${shown(recorded)}\n  now:      ${shown(replayed)}`);
    this.name = 'ChangedPayload';
  }
}

function recordedActivities(recorded: RecordedHistory): Asked[] {
  return (historyFromJSON(recorded).events ?? []).flatMap(({ activityTaskScheduledEventAttributes: scheduled }) => {
    if (!scheduled) return [];
    const input = (scheduled.input?.payloads ?? []).map(payload => defaultPayloadConverter.fromPayload(payload));
    return [{ type: scheduled.activityType?.name ?? '', input: canonicalJson(input) }];
  });
}

const placeholder = (): void => undefined;

/** Replays a recorded run with today's code. `asked` hears of every activity. Throws `DeterminismViolationError`. */
export async function replayAlone(
  bundle: WorkflowBundleWithSourceMap,
  recorded: RecordedHistory,
  workflowId: string,
  asked: (type: string, input: unknown[]) => void = placeholder,
): Promise<void> {
  const fn = (_info: unknown, type: string, input: unknown[]): void => asked(type, input);
  await Worker.runReplayHistory(
    { workflowBundle: bundle, sinks: { activityRecorder: { asked: { fn, callDuringReplay: true } } } },
    recorded,
    workflowId,
  );
}

/**
 * Replays a recorded run and compares what it asks activities for. Throws `DeterminismViolationError` when today's code
 * takes another path, and ChangedPayload when it takes the same path but asks for something else, which replay alone
 * lets pass. Returns how many activities were compared.
 */
export async function replayWithPayloads(
  bundle: WorkflowBundleWithSourceMap,
  recorded: RecordedHistory,
  workflowId: string,
): Promise<number> {
  const replayed: Asked[] = [];
  await replayAlone(bundle, recorded, workflowId, (type, input) => void replayed.push({ type, input: canonicalJson(input) }));
  const expected = recordedActivities(recorded);
  for (let place = 0; place < Math.max(expected.length, replayed.length); place += 1) {
    const [was, is] = [expected[place], replayed[place]];
    if (was?.type !== is?.type || was?.input !== is?.input) throw new ChangedPayload(place, was, is);
  }
  return expected.length;
}
