import { HuntTick } from '@trove/contracts';
import { createSketch, mergeSketch, quantilesOf } from '@trove/core/projection';
import { describe, expect, it } from 'vitest';
import { PlausibleTicks } from './plausibleTicks.js';

const EVENING = Date.UTC(2026, 10, 25, 20);
const MORNING = Date.UTC(2026, 10, 25, 5);

describe('PlausibleTicks', () => {
  it('are ticks, and the same for the same seed', () => {
    const tick = new PlausibleTicks(3).tick(EVENING, 60_000, 100);
    expect(HuntTick.parse(tick)).toEqual(tick);
    expect(new PlausibleTicks(3).tick(EVENING, 60_000, 100)).toEqual(tick);
    expect(new PlausibleTicks(4).tick(EVENING, 60_000, 100)).not.toEqual(tick);
  });

  it('are busier and slower in the evening', () => {
    const ticks = new PlausibleTicks(1);
    const p50 = (tick: HuntTick) => {
      const sketch = createSketch();
      mergeSketch(sketch, tick.stages?.whole ?? '');
      return quantilesOf(sketch).p50;
    };
    const [evening, morning] = [EVENING, MORNING].map((at) => ticks.tick(at, 60_000, 100));
    expect(evening?.acks?.appended).toBeGreaterThan(4 * (morning?.acks?.appended ?? 0));
    expect(p50(evening as HuntTick)).toBeGreaterThan(p50(morning as HuntTick));
  });
});
