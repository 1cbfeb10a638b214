/** Suspects clues that are open too short for anybody who comes on foot from what they require. */
import type { Clue, HuntDefinition } from '@trove/contracts';
import { arrivalsOf, windowOf } from './clueOrder.js';
import { LINT_LIMITS } from './limits.js';
import type { Suspicion } from './suspicion.js';
import { type Reach, walkOrder } from './walkOrder.js';

export function suspectWalks(hunt: HuntDefinition): readonly Suspicion[] {
  const isTimed = [hunt, ...hunt.clues].some(({ closes }) => closes !== undefined);
  if (!isTimed) return [];
  const { missed } = walkOrder(hunt);
  if (missed.size === 0) return [];
  const arrivals = arrivalsOf(hunt);
  return hunt.clues.flatMap((clue, index) => {
    const reach = missed.get(clue.id);
    // What closes before it can be unlocked at all is told as that.
    if (reach?.walk === undefined || !arrivals.has(clue.id)) return [];
    return [tooFar({ clue, index, hunt }, reach, reach.walk)];
  });
}

interface Listed {
  readonly clue: Clue;
  readonly index: number;
  readonly hunt: HuntDefinition;
}

function tooFar(
  { clue, index, hunt }: Listed,
  { atMs }: Reach,
  { from, fromMs, walkMs }: NonNullable<Reach['walk']>,
): Suspicion {
  const { closesMs } = windowOf(clue, hunt);
  const isOwn = clue.closes !== undefined && Date.parse(clue.closes) === closesMs;
  const minutes = Math.ceil(walkMs / 60_000);
  const [solved, closed, there] = [fromMs, closesMs, atMs].map(timeText);
  return {
    rule: 'Q15',
    path: ['clues', index, isOwn ? 'closes' : 'requires'],
    found: `closed from ${closed} on, ${minutes} min on foot from "${from}" (${solved} at best)`,
    allowed: `open after ${there}`,
    message: `Nobody gets from "${from}" to "${clue.id}" on foot before it closes.`,
    mend:
      `Let "${clue.id}" close after ${there}, or let it require what is nearer ` +
      `(${LINT_LIMITS.walkKmh} km/h is reckoned with).`,
  };
}

function timeText(ms: number): string {
  return new Date(Math.ceil(ms / 1_000) * 1_000).toISOString();
}
