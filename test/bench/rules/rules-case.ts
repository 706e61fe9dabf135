import { evolve, handle, initialState, screen, type PartnershipState } from '@palabre/lifecycle';
import { followedFor, type RecordedRehearsal } from '@palabre/testing';
import { mustEqual, type BenchContext, type Finding } from '../bench-case.js';
import { percentile, shown, shownSpread, spreadOf } from '../measuring/spread.js';

const recordedAt = '2026-11-21T08:00:00.000Z';

/** Milliseconds that the rules take for each command of a story, in order. */
function decided(story: RecordedRehearsal): number[] {
  let state: PartnershipState = initialState(story.state.id);
  const times = story.commands.map(command => {
    const began = performance.now();
    const refused = screen(state, command);
    const handled = refused === null ? handle(state, command, { recordedAt, policy: story.policy }) : null;
    const took = performance.now() - began;
    state = handled?.state ?? state;
    return took;
  });
  mustEqual('version after the story', state.head.version, story.state.head.version);
  return times;
}

/** Events per second when the state is made from the events alone, the story told as often as it takes to be measurable. */
function evolved(story: RecordedRehearsal, times: number): number {
  let version = 0;
  const began = performance.now();
  for (let turn = 0; turn < times; turn += 1) version += story.events.reduce(evolve, initialState(story.state.id)).head.version;
  const took = performance.now() - began;
  mustEqual('version after the events', version, story.state.head.version * times);
  return (story.events.length * times * 1_000) / took;
}

/** The rules by themselves: no server, no clock, one thread. */
export function rulesCase({ rounds, quick, tell }: BenchContext): Promise<Finding> {
  const years = quick ? 2 : 10;
  const story = followedFor(years);
  const [decisions, rates]: [number[], number[]] = [[], []];
  decided(story);
  evolved(story, 2);
  for (let round = 0; round < rounds; round += 1) {
    const times = decided(story);
    decisions.push(...times);
    rates.push(evolved(story, quick ? 5 : 20));
    tell(`round ${round + 1} of ${rounds}: decide p99 ${shown(percentile(times, 0.99))} ms, evolve ${shown(rates.at(-1) ?? 0)} events/s`);
  }
  const p99 = percentile(decisions, 0.99);
  const rate = spreadOf(rates);
  return Promise.resolve({
    title: 'The rules by themselves',
    conditions: [
      `The largest dossier of the tests: from the idea through ${years} years of follow-up, ${story.commands.length} commands and ${shown(story.events.length, 0)} events, in this process.`,
      'A decision is all that the rules do for a command: screening, deciding, applying its events, tasks and deadlines, sealing with hashes.',
    ],
    figures: [
      {
        what: 'A decision by the rules, p99',
        ours: `${shown(p99)} ms`,
        baseline: '',
        result: `p50 ${shown(percentile(decisions, 0.5))} ms`,
        target: {
          words: '≤ 1 ms',
          met: p99 <= 1,
          whenShort:
            'A decision asks every row of the task and deadline tables again after what it changed, and writes each event in canonical form, checks and hashes it in pure code, as the workflow has no other. Half of the time is the one, half the other.',
        },
      },
      {
        what: 'State from events alone',
        ours: shownSpread(rate, ' events/s'),
        baseline: '',
        result: '',
        target: {
          words: '≥ 200,000/s',
          met: rate.median >= 200_000,
          whenShort: 'Every event makes a new state; nothing is changed in place.',
        },
      },
    ],
    checks: ['the version that the story had when it was recorded'],
  });
}
