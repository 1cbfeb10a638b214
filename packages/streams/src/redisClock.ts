/**
 * Time on Redis's clock, in microseconds, so that stages measured by different processes can be
 * subtracted. The offset is measured once a second; the shortest round trip of the last few is
 * believed, because half of a round trip is the most it can be wrong by. When a clock is set, the
 * next measurement is believed alone.
 */
import type { TroveRedis } from './connectRedis.js';

const INTERVAL_MS = 1_000;
const SAMPLES = 8;
/** What two clocks may drift apart while the samples are young, microseconds. */
const DRIFT_US = 10_000;

export interface RedisClock {
  /** Microseconds since 1970 on Redis's clock. */
  nowUs(): number;
  /** How far Redis is ahead of this process, microseconds; undefined before the first answer. */
  offsetUs(): number | undefined;
  close(): void;
}

interface Sample {
  readonly offsetUs: number;
  readonly roundTripUs: number;
}

/** Two samples that can't both be right: one of the clocks was set, and the older one is void. */
function isSet(best: Sample, sample: Sample): boolean {
  const apartUs = Math.abs(sample.offsetUs - best.offsetUs);
  return apartUs > (sample.roundTripUs + best.roundTripUs) / 2 + DRIFT_US;
}

/** Microseconds since 1970 by this process's monotonic clock. */
export function localUs(): number {
  return Math.round((performance.timeOrigin + performance.now()) * 1000);
}

/** Resolves after the first answer. */
export async function createRedisClock(redis: TroveRedis): Promise<RedisClock> {
  const samples: Sample[] = [];
  let best: Sample | undefined;
  const measure = async (): Promise<void> => {
    const before = localUs();
    const [seconds, micros] = (await redis.time()) as unknown as [number, number];
    const after = localUs();
    const serverUs = Number(seconds) * 1_000_000 + Number(micros);
    const sample = { offsetUs: serverUs - (before + after) / 2, roundTripUs: after - before };
    if (best !== undefined && isSet(best, sample)) samples.length = 0;
    samples.push(sample);
    if (samples.length > SAMPLES) samples.shift();
    best = samples.reduce((a, b) => (b.roundTripUs < a.roundTripUs ? b : a));
  };
  await measure();
  const timer = setInterval(() => {
    // A failed measurement keeps the last offset; readiness reports the dead server itself.
    measure().catch(() => undefined);
  }, INTERVAL_MS);
  timer.unref();
  return {
    nowUs: () => Math.round(localUs() + (best?.offsetUs ?? 0)),
    offsetUs: () => best?.offsetUs,
    close: () => clearInterval(timer),
  };
}
