/** What a designer says of suggestions, ready to be asked: by a clue's place in the file. */
import type { Recommend } from '@trove/contracts';
import { EXPLORE_SHARE } from './limits.js';

export interface CompiledPolicy {
  /** Suggested first wherever they can be tried, in this order. */
  readonly pins: readonly number[];
  /** What is added to a score, by order: the logarithm of the boost. And which have one. */
  readonly boosts: Float64Array;
  readonly boosted: readonly number[];
  readonly never: ReadonlySet<number>;
  /** Most teams that are there or on their way. */
  readonly capacity: ReadonlyMap<number, number>;
  /** Share of the servings that explore. */
  readonly explore: number;
}

export function compilePolicy(
  recommend: Recommend | undefined,
  orders: ReadonlyMap<string, number>,
): CompiledPolicy {
  const { pins = [], boosts = [], never = [], capacity = [] } = recommend ?? {};
  const orderOf = (clue: string) => orders.get(clue) ?? -1;
  const added = new Float64Array(orders.size);
  for (const { clue, by } of boosts) added[orderOf(clue)] = Math.log(by);
  return {
    pins: pins.map(orderOf),
    boosts: added,
    boosted: boosts.map(({ clue }) => orderOf(clue)),
    never: new Set(never.map(orderOf)),
    capacity: new Map(capacity.map(({ clue, teams }) => [orderOf(clue), teams])),
    explore: recommend?.explore ?? EXPLORE_SHARE,
  };
}
