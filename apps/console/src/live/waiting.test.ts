import type { Bucket, BucketSlice } from '@trove/core/projection';
import { describe, expect, it } from 'vitest';
import { applyMessage, type LiveState } from './liveState';
import { eventsSince } from './waiting';

const NOW = 1_700_000_010_000;

function second(at: number, all: BucketSlice, hunts: Bucket['hunts'] = {}): Bucket {
  return { at, hasWorker: true, hasIngest: true, all, hunts };
}

function hear(state: LiveState | undefined, fine: readonly Bucket[], isSnapshot = false) {
  return applyMessage(state, { isSnapshot, nowMs: NOW, fine, coarse: [] }, 0);
}

function waiting(shown: LiveState, newest: LiveState, hunt?: string): number {
  return eventsSince(shown.arrived, newest.arrived, hunt);
}

describe('what waits while paused', () => {
  const shown = hear(undefined, [second(NOW - 2_000, { outcomes: { accepted: 4 } })], true);

  it('is what seconds have more than before, decided and refused', () => {
    const newest = hear(shown, [
      second(NOW - 2_000, { outcomes: { accepted: 5 } }),
      second(NOW - 1_000, { outcomes: { duplicate: 2 }, acks: { invalid: 1 } }),
    ]);
    expect(waiting(shown, newest)).toBe(4);
    expect(waiting(shown, hear(newest, newest.fine))).toBe(4);
  });

  it('goes on growing when the first seconds of the pause are kept no more', () => {
    let newest = shown;
    for (let n = 0; n < 1_000; n += 1) {
      newest = hear(newest, [second(NOW + n * 1_000, { outcomes: { accepted: 3 } })]);
    }
    expect(waiting(shown, newest)).toBe(3_000);
  });

  it('is of the picked hunt alone', () => {
    const one = { outcomes: { accepted: 1 } };
    const both = second(NOW, { outcomes: { accepted: 3 } }, { harbour: one });
    const newest = hear(shown, [both]);
    expect(waiting(shown, newest, 'harbour')).toBe(1);
    expect(waiting(shown, newest, 'another')).toBe(0);
    expect(waiting(shown, newest)).toBe(3);
  });

  it('counts the seconds of a snapshot once, and none from before the first message', () => {
    const came = hear(shown, [second(NOW - 1_000, { outcomes: { accepted: 2 } })]);
    const old = second(NOW - 9_000, { outcomes: { accepted: 50 } });
    const fresh = second(NOW, { outcomes: { accepted: 1 } });
    const anew = hear(came, [old, ...came.fine, fresh], true);
    expect(waiting(shown, anew)).toBe(3);
  });
});
