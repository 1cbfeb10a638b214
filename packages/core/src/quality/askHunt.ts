/** What a hunt itself asks of an event whose id is new: the rungs above the id, what it expects. */
import { type Unmet, unmetBy } from './expectations.js';
import { type Climbed, type Climbing, climb, keepPrints } from './ladder.js';

export interface Asked extends Pick<Climbed, 'stopped' | 'observed'> {
  /** Undefined where it meets all expectations, and where a rung has stopped it before. */
  readonly unmet: Unmet | undefined;
}

/** `askHunt`, or what times it: core has no clock of its own. */
export type AskHunt = (asking: Climbing) => Asked;

export function askHunt(asking: Climbing): Asked {
  const climbed = climb(asking);
  const { stopped, observed } = climbed;
  if (stopped !== undefined) return { stopped, observed, unmet: undefined };
  const unmet = unmetBy(asking);
  if (unmet === undefined || unmet.otherwise === 'warn') keepPrints(asking, climbed);
  return { stopped, observed, unmet };
}
