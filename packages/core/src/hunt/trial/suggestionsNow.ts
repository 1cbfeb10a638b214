/** What a team would be told if it asked at this moment what to try next. */
import type { Suggestion } from '@trove/contracts';
import { isOpen } from '../../game/judge.js';
import { newHunt, newTeam } from '../../game/state.js';
import type { StateCells } from '../../pipeline/applyDecision.js';
import { newMemory } from '../../recommend/huntMemory.js';
import { MemoryDraft } from '../../recommend/memoryDraft.js';
import { gapOf } from '../../recommend/rankModel.js';
import { suggestLikely } from '../../recommend/recommend.js';
import type { CompiledHunt } from '../compiledHunt.js';

export interface Asking {
  readonly hunt: CompiledHunt;
  readonly cells: StateCells;
  readonly team: string;
  readonly atMs: number;
}

/** Empty while the hunt is not open. */
export function suggestionsNow({ hunt, cells, team, atMs }: Asking): readonly Suggestion[] {
  const state = cells.hunts.get(hunt.slug);
  const nowMs = hunt.clock === 'events' ? (state?.maxTimeMs ?? 0) : atMs;
  if (!isOpen(hunt, state ?? newHunt(hunt.slug), nowMs)) return [];
  const memory = new MemoryDraft(cells.memories.get(hunt.slug) ?? newMemory());
  const trail = memory.trailOf(team);
  const seeker = {
    table: memory.tableOf(hunt),
    team: cells.teams.get(hunt.slug)?.get(team) ?? newTeam(hunt.slug, team),
    name: team,
    nowMs,
    trail,
    weights: memory.weightsAfter(gapOf(nowMs - trail.lastMs)),
  };
  return suggestLikely(seeker, memory.hottest).suggestions;
}
