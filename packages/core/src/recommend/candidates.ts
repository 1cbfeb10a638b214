/** Which clues are ranked at a solve: all of a usual hunt, the likely ones of a large one. */
import type { CompiledClue, CompiledHunt } from '../hunt/compiledHunt.js';
import { atlasOf } from './clueAtlas.js';
import type { Followers, Trail } from './huntMemory.js';
import { RECOMMEND_LIMITS } from './limits.js';

const { rankedWhole, inFileOrder } = RECOMMEND_LIMITS;

export interface Likely {
  readonly trail: Trail;
  readonly followers: Followers | undefined;
  readonly hottest: readonly string[];
}

export function candidatesOf(hunt: CompiledHunt, likely: Likely): Iterable<CompiledClue> {
  const { clues, clueById } = hunt;
  if (clues.length <= rankedWhole) return clues;
  const { trail, followers, hottest } = likely;
  const atlas = atlasOf(hunt);
  const chosen = new Set(trail.at === undefined ? [] : atlas.around(trail.at));
  const addById = (id: string) => {
    // A clue of an older version may be gone.
    const clue = clueById.get(id);
    if (clue !== undefined) chosen.add(clue);
  };
  for (const id of followers?.keys() ?? []) addById(id);
  for (const id of hottest) addById(id);
  const from = trail.last === undefined ? 0 : atlas.orderOf(trail.last) + 1;
  for (let i = 0; i < inFileOrder; i += 1) {
    chosen.add(clues[(from + i) % clues.length] as CompiledClue);
  }
  return chosen;
}
