/** What a team would be told if it asked at this moment what to try next. */
import type { Suggestion } from '@trove/contracts';
import { isOpen } from '../../game/judge.js';
import { newHunt, newTeam } from '../../game/state.js';
import type { StateCells } from '../../pipeline/applyDecision.js';
import { NO_TRAIL, newMemory } from '../../recommend/huntMemory.js';
import { MemoryDraft } from '../../recommend/memoryDraft.js';
import { suggest } from '../../recommend/suggest.js';
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
  const kept = cells.memories.get(hunt.slug) ?? newMemory();
  const memory = new MemoryDraft(kept);
  const trail = kept.trails.get(team) ?? NO_TRAIL;
  return suggest({
    hunt,
    team: cells.teams.get(hunt.slug)?.get(team) ?? newTeam(hunt.slug, team),
    nowMs,
    trail,
    followers: trail.last === undefined ? undefined : memory.followersOf(trail.last),
    heatOf: memory.heatOf,
    heats: memory.heatsOf(hunt),
  });
}
