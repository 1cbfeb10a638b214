import type { MetricsFrame } from '@trove/contracts';
import type { ReadFrame } from '@trove/core/projection';
import { describe, expect, it } from 'vitest';
import type { LiveMessage } from '../../live/messages';
import type { NamedEvent } from '../../live/namedEvent';
import type { LiveSource } from './liveSource';
import { openLiveStream } from './liveStream';
import { LiveTail } from './liveTail';

const START = 1_700_000_000_000;

/** A source in memory: frames are pushed by the test and read like a stream's. */
function memorySource() {
  const frames: ReadFrame[] = [];
  const state = { nowMs: START, fails: false, decided: [] as NamedEvent[], named: 0 };
  const source: LiveSource = {
    frames: async (cursor) => {
      if (state.fails) throw new Error('connection refused');
      const seen = cursor['metrics:worker-1'];
      const next = frames.filter((read) => !seen || read.id > seen);
      return { frames: next, unreadable: [] };
    },
    partitions: async () => [],
    recent: async () => state.decided,
    named: async (events) => {
      state.named += events.length;
      return events.map((event) => ({ ...event, teamName: `The ${event.team}` }));
    },
    surroundings: async () => ({
      redis: { isWell: true, says: 'well' },
      postgres: { isWell: true, says: 'well' },
      hunts: [],
    }),
    nowMs: async () => state.nowMs,
  };
  const push = (accepted: number) => {
    state.nowMs += 1_000;
    const frame: MetricsFrame = {
      process: 'worker-1',
      app: 'worker',
      atMs: state.nowMs,
      hunts: { heron: { outcomes: { accepted } } },
      holds: 1,
      unattributed: {},
    };
    frames.push({ stream: 'metrics:worker-1', id: `${state.nowMs}-0`, frame });
  };
  const tail = new LiveTail({ source, clock: () => state.nowMs, onTrouble: () => {} });
  return { state, push, tail };
}

function decidedAt(position: number): NamedEvent {
  const place = { partition: 0, epoch: 1, position };
  return { ...place, team: 'otters' } satisfies Partial<NamedEvent> as NamedEvent;
}

function open(tail: LiveTail, lastEventId: string | null = null) {
  const abort = new AbortController();
  const body = openLiveStream({ tail, lastEventId, signal: abort.signal });
  return { abort, reader: body.getReader() };
}

async function readMessage(reader: ReadableStreamDefaultReader<Uint8Array>) {
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return undefined;
    const text = new TextDecoder().decode(value);
    const [, id, data] = /^id: (.*)\ndata: (.*)\n\n$/.exec(text) ?? [];
    if (data) return { id: id ?? '', message: JSON.parse(data) as LiveMessage };
  }
}

async function stepTwice(tail: LiveTail) {
  await tail.step();
  await tail.step();
}

describe('live streams', () => {
  it('open with everything and go on with what changed', async () => {
    const { push, tail } = memorySource();
    push(3);
    await stepTwice(tail);
    const { reader, abort } = open(tail);
    const first = await readMessage(reader);
    expect(first?.message.isSnapshot).toBe(true);
    expect(first?.message.fine.map((bucket) => bucket.all.outcomes)).toContainEqual({
      accepted: 3,
    });
    push(5);
    await stepTwice(tail);
    const next = await readMessage(reader);
    expect(next?.message.isSnapshot).toBe(false);
    expect(
      next?.message.fine.at(-2)?.all.outcomes ?? next?.message.fine.at(-1)?.all.outcomes,
    ).toEqual({ accepted: 5 });
    abort.abort();
  });

  it('show what is decided by name, each event once, and name none of them twice', async () => {
    const { state, tail } = memorySource();
    const { reader, abort } = open(tail);
    state.decided = [decidedAt(1)];
    await tail.step();
    state.decided = [decidedAt(2), decidedAt(1)];
    for (let step = 0; step < 4; step += 1) await tail.step();
    const told: NamedEvent[] = [];
    while (told.length < 2) told.push(...((await readMessage(reader))?.message.feed ?? []));
    expect(told.map(({ position, teamName }) => [position, teamName])).toEqual([
      [1, 'The otters'],
      [2, 'The otters'],
    ]);
    expect(state.named).toBe(2);
    abort.abort();
  });

  it('resume after the last message seen, without a gap', async () => {
    const { push, tail } = memorySource();
    push(1);
    await stepTwice(tail);
    const before = open(tail);
    const seen = await readMessage(before.reader);
    before.abort.abort();
    push(2);
    push(4);
    await stepTwice(tail);
    const { reader, abort } = open(tail, seen?.id ?? null);
    const resumed = await readMessage(reader);
    expect(resumed?.message.isSnapshot).toBe(false);
    const counts = resumed?.message.fine.map((bucket) => bucket.all.outcomes?.accepted ?? 0);
    expect(counts?.filter((count) => count > 0)).toEqual([2, 4]);
    abort.abort();
  });

  it('say when Redis cannot be read, and recover', async () => {
    const { state, push, tail } = memorySource();
    await stepTwice(tail);
    const { reader, abort } = open(tail);
    await readMessage(reader);
    state.fails = true;
    await tail.step();
    expect((await readMessage(reader))?.message.trouble?.says).toBe('connection refused');
    state.fails = false;
    push(1);
    await stepTwice(tail);
    expect((await readMessage(reader))?.message.trouble).toBeUndefined();
    abort.abort();
  });

  it('leave nothing behind: 200 opened and dropped', async () => {
    const { push, tail } = memorySource();
    const streams = Array.from({ length: 200 }, () => open(tail));
    expect(tail.viewerCount).toBe(200);
    push(1);
    await stepTwice(tail);
    for (const [index, { abort, reader }] of streams.entries()) {
      if (index % 2 === 0) abort.abort();
      else await reader.cancel();
    }
    expect(tail.viewerCount).toBe(0);
  });

  it('let go of a tab that does not read', async () => {
    const { push, tail } = memorySource();
    const { reader } = open(tail);
    for (let step = 0; step < 200; step += 1) {
      push(1);
      await tail.step();
    }
    expect(tail.viewerCount).toBe(0);
    await reader.cancel();
  });

  it('end with the tail, and are not opened after it', async () => {
    const { tail } = memorySource();
    const { reader } = open(tail);
    tail.stop();
    expect(tail.viewerCount).toBe(0);
    while (!(await reader.read()).done);
    expect((await open(tail).reader.read()).done).toBe(true);
  });

  it('end at once for a request that is already gone', () => {
    const { tail } = memorySource();
    openLiveStream({ tail, lastEventId: 'nonsense', signal: AbortSignal.abort() });
    expect(tail.viewerCount).toBe(0);
  });
});
