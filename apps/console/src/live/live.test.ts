import type { StoredEvent } from '@trove/contracts';
import type { Bucket } from '@trove/core/projection';
import { describe, expect, it } from 'vitest';
import { healthOf } from './liveHealth';
import { applyMessage, type LiveState } from './liveState';
import type { LiveMessage } from './messages';
import {
  countRows,
  lagRows,
  outcomeRows,
  outcomeTotals,
  silentSpans,
  stageRows,
  totalsOf,
} from './series';
import { domainOf, viewOf } from './view';

const NOW = 1_700_000_010_000;

function bucket(at: number, all: Bucket['all'], more: Partial<Bucket> = {}): Bucket {
  return { at, hasWorker: true, hasIngest: true, all, hunts: {}, ...more };
}

function message(more: Partial<LiveMessage>): LiveMessage {
  return { isSnapshot: false, nowMs: NOW, fine: [], coarse: [], ...more };
}

function stateOf(more: Partial<LiveMessage>): LiveState {
  return applyMessage(undefined, message({ isSnapshot: true, ...more }), 0);
}

const worker = { process: 'worker-1', app: 'worker', atMs: NOW - 400, holds: 4 } as const;
const ingest = { process: 'ingest-1', app: 'ingest', atMs: NOW - 400, holds: 9 } as const;

describe('applying messages', () => {
  it('replaces a bucket instead of adding to it', () => {
    const once = stateOf({ fine: [bucket(NOW - 2_000, { points: 1 })] });
    const fresh = message({ fine: [bucket(NOW - 2_000, { points: 7 })] });
    const twice = applyMessage(applyMessage(once, fresh, 1), fresh, 2);
    expect(twice.fine.map((one) => one.all.points)).toEqual([7]);
  });

  it('keeps each feed event once, newest first, and forgets on a snapshot', () => {
    const event = (position: number) => ({ partition: 0, epoch: 1, position }) as StoredEvent;
    const once = stateOf({ feed: [event(1), event(2)] });
    const twice = applyMessage(once, message({ feed: [event(2), event(3)] }), 1);
    expect(twice.feed.map((one) => one.position)).toEqual([3, 2, 1]);
    const anew = applyMessage(twice, message({ isSnapshot: true }), 2);
    expect(anew.feed).toEqual([]);
  });
});

describe('health', () => {
  const state = stateOf({ processes: [worker, ingest] });

  it('is live while workers and doors tell of themselves', () => {
    expect(healthOf(state, 200)).toMatchObject({ level: 'live', workers: 1, ingests: 1 });
  });

  it('says within two seconds that no worker is running', () => {
    const dead = stateOf({ processes: [{ ...worker, atMs: NOW - 1_600 }, ingest] });
    expect(healthOf(dead, 0)).toMatchObject({ level: 'stale', workers: 0 });
    expect(healthOf(dead, 0).says).toContain('No worker');
  });

  it('turns from stale to lost', () => {
    const dead = stateOf({ processes: [{ ...worker, atMs: NOW - 11_000 }, ingest] });
    expect(healthOf(dead, 0).level).toBe('lost');
    expect(healthOf(state, 3_000)).toMatchObject({ level: 'stale' });
    expect(healthOf(state, 3_000).says).toContain('console');
  });

  it('does not blame the workers for a stream that hangs', () => {
    expect(healthOf(state, 2_200)).toMatchObject({ level: 'live', workers: 1 });
  });

  it('puts Redis before what follows from it', () => {
    const troubled = stateOf({
      processes: [],
      trouble: { sinceMs: NOW - 3_000, says: 'connection refused' },
    });
    expect(healthOf(troubled, 0).says).toContain('connection refused');
  });
});

describe('rows', () => {
  const silent = bucket(NOW - 4_000, {}, { hasWorker: false, lag: { lag: [5], oldestMs: 900 } });
  const busy = bucket(NOW - 3_000, {
    outcomes: { accepted: 6 },
    acks: { appended: 8, invalid: 2 },
    duplicates: { id: 1 },
    refusals: { contract: 2 },
    stages: { whole: [6, 1_000, 2_000, 4_000] },
  });
  const view = { buckets: [silent, busy], widthMs: 1_000, hunt: undefined };

  it('leave a hole where no worker told of the time', () => {
    const [first, second] = outcomeRows(view);
    expect(first).toMatchObject({ accepted: null, invalid: null });
    expect(second).toMatchObject({ accepted: 6, invalid: 2 });
    expect(stageRows(view, 'whole')).toMatchObject([{ p99: null }, { p99: 4 }]);
    expect(countRows(view, 'duplicates', ['id'])).toMatchObject([{ id: null }, { id: 1 }]);
  });

  it('name the spans nobody told of', () => {
    const at = (index: number) => NOW + index * 1_000;
    const told = [true, false, false, false, true, false, true, false, false];
    const buckets = told.map((hasWorker, index) => bucket(at(index), {}, { hasWorker }));
    expect(silentSpans({ ...view, buckets })).toEqual([
      [at(1), at(3)],
      [at(7), at(8)],
    ]);
  });

  it('show lag from Redis while workers are silent', () => {
    expect(lagRows(view, 1)).toMatchObject([{ p0: 5 }, { p0: null }]);
  });

  it('sum what a window holds', () => {
    expect(outcomeTotals(view)).toEqual({ accepted: 6, invalid: 2 });
    expect(totalsOf(view, 'refusals')).toEqual([['contract', 2]]);
  });

  it('count seconds in a view of three seconds each', () => {
    const coarse = { ...view, widthMs: 3_000 };
    expect(outcomeRows(coarse)[1]?.accepted).toBe(2);
  });
});

describe('views', () => {
  it('fill holes and leave out the second that is still filling', () => {
    const state = stateOf({
      fine: [bucket(NOW - 5_000, { points: 1 }), bucket(NOW - 3_000, {}), bucket(NOW, {})],
    });
    const view = viewOf(state, '5', undefined);
    expect(view.buckets.map((one) => one.at - NOW)).toEqual([-5_000, -4_000, -3_000]);
    expect(view.buckets[1]?.hasWorker).toBe(false);
    const [from, to] = domainOf(state, '5');
    expect(to - from).toBe(300_000);
  });
});
