/**
 * What a solve teaches: the clue the team chose, against those it was told and a few drawn ones
 * that it could have chosen as well. Standing only against what was told would teach that
 * whatever the ranking likes is not chosen.
 */
import type { CompiledClue } from '../hunt/compiledHunt.js';
import { chancesOf } from './explore.js';
import { LEARNING } from './limits.js';
import type { MemoryDraft } from './memoryDraft.js';
import { Ranking, type Seeker } from './rankClues.js';
import { gapOf } from './rankModel.js';
import { SIGNALS } from './signals.js';

export interface Solve extends Omit<Seeker, 'weights'> {
  readonly memory: MemoryDraft;
  readonly clue: CompiledClue;
}

/** Learns from a solve, before anything else of it is remembered. */
export function learnFrom(solve: Solve): void {
  const { memory, trail, nowMs } = solve;
  // The first clue of a team was chosen before anybody could have known it.
  if (trail.recent.length === 0) return;
  const weights = memory.weightsToLearn();
  const { choices } = weights;
  weights.choices = choices + 1;
  if (choices >= LEARNING.whole && choices % LEARNING.every !== 0) return;
  const gap = gapOf(nowMs - trail.lastMs);
  const ranking = new Ranking({ ...solve, weights: memory.weightsAfter(gap) });
  const orders = alternatives(solve, ranking);
  if (orders.length < 2) return;
  const signals = new Float64Array(orders.length * SIGNALS.length);
  orders.forEach((order, row) => {
    ranking.write(signals, row * SIGNALS.length, order);
  });
  memory.learn({ signals, rows: orders.length, chosen: 0, gap });
}

/** The chosen clue first, then what else could have been. */
function alternatives({ table, trail, clue, name }: Solve, ranking: Ranking): number[] {
  const { atlas, hunt } = table;
  const orders = [atlas.orderOf(clue.id)];
  const offer = (order: number) => {
    if (order >= 0 && !orders.includes(order) && ranking.isAllowed(order)) orders.push(order);
  };
  for (const told of trail.served?.clues ?? []) offer(atlas.orderOf(told));
  const [start, step] = chancesOf(name, orders[0] as number);
  const size = hunt.clues.length;
  for (let i = 0; i < LEARNING.drawn; i += 1) {
    offer(Math.floor(((start + i * (step + 1 / size)) % 1) * size));
  }
  return orders;
}
