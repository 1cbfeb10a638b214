/**
 * Which seeds are simulated. `TROVE_SEED` is the first, else one of the time; `TROVE_SEEDS` how
 * many there are. Two files take a half of them each, and at least one, so that they run side by
 * side.
 */
import { seedFrom } from '@trove/testkit';
import { brokenInvariants } from './invariants.js';
import { simulate } from './world.js';

const SEEDS = Number(process.env.TROVE_SEEDS ?? 2_000);
/** Seeds that are told of when many fail. */
const TOLD = 5;

export const base = seedFrom(process.env.TROVE_SEED);
const middle = base + Math.ceil(SEEDS / 2);

export const FIRST_HALF = { from: base, to: middle };
export const SECOND_HALF = { from: middle, to: Math.max(base + SEEDS, middle + 1) };

/**
 * Of 2,000 seeds in two halves side by side, ms; two cores take about half a minute, and one core
 * twice that.
 */
const MOST_MS = 120_000 * Math.max(1, SEEDS / 2_000);

/** What is broken in these installations, in words; nothing where all is sound and in time. */
export async function failuresOf({ from, to }: typeof FIRST_HALF): Promise<string> {
  const failures: string[] = [];
  const fromMs = performance.now();
  for (let seed = from; seed < to && failures.length < TOLD; seed += 1) {
    const failure = await failureOf(seed);
    if (failure !== undefined) failures.push(failure);
  }
  const tookMs = performance.now() - fromMs;
  if (tookMs > MOST_MS) {
    failures.push(`${to - from} seeds took ${Math.round(tookMs)} ms, above ${MOST_MS} ms`);
  }
  return failures.join('\n');
}

function alone(seed: number): string {
  const command = 'npx vitest run --project sim partition.sim';
  return `seed ${seed} alone: TROVE_SEED=${seed} TROVE_SEEDS=1 ${command}`;
}

async function failureOf(seed: number): Promise<string | undefined> {
  try {
    const broken = await brokenInvariants(await simulate(seed));
    return broken.length === 0 ? undefined : `${alone(seed)}\n  ${broken.slice(0, 5).join('\n  ')}`;
  } catch (cause) {
    throw new Error(alone(seed), { cause });
  }
}
