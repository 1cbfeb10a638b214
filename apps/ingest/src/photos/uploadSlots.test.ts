import { PHOTO_LIMITS } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { INTAKE_LIMITS } from './limits.js';
import { UploadSlots } from './uploadSlots.js';

function held(slots: UploadSlots, player: string, nowMs = 0) {
  const slot = slots.take(player, nowMs);
  if (!slot.ok) throw new Error(slot.error.code);
  return slot;
}

describe('slots for uploads', () => {
  it('PH12 are few, and each is given back once', () => {
    const slots = new UploadSlots();
    const taken = Array.from({ length: INTAKE_LIMITS.uploads }, (_, i) => held(slots, `p${i}`));
    expect(slots.take('more', 0)).toMatchObject({
      ok: false,
      error: { code: 'busy', retryAfterMs: expect.any(Number) },
    });
    taken[0]?.release();
    taken[0]?.release();
    held(slots, 'more');
    expect(slots.take('one too many', 0)).toMatchObject({ error: { code: 'busy' } });
  });

  it('PH12 are one at a time for a player, and so many in a minute', () => {
    const slots = new UploadSlots();
    const first = held(slots, 'ada');
    expect(slots.take('ada', 1)).toMatchObject({ ok: false, error: { code: 'busy' } });
    first.release();
    for (let i = 1; i < PHOTO_LIMITS.perPlayerPerMinute; i += 1) held(slots, 'ada', i).release();
    expect(slots.take('ada', 20_000)).toMatchObject({
      ok: false,
      error: { code: 'rate_limited', retryAfterMs: 40_000 },
    });
    held(slots, 'ada', INTAKE_LIMITS.windowMs).release();
  });
});
