/** Which clues are ranked at a solve: all of a usual hunt, the likely ones of a large one. */
import type { CompiledClue, CompiledHunt } from '../hunt/compiledHunt.js';
import { atlasOf } from './clueAtlas.js';
import type { Followers, Trail } from './huntMemory.js';
import { RECOMMEND_LIMITS } from './limits.js';

const { rankedWhole, inFileOrder, inFileOrderWide } = RECOMMEND_LIMITS;

export interface Likely {
  readonly trail: Trail;
  readonly followers: Followers | undefined;
  readonly hottest: readonly string[];
}

/** The sets of clues to try in turn, until one of them gives enough. */
export function* candidatesOf(
  hunt: CompiledHunt,
  likely: Likely,
): Generator<Iterable<CompiledClue>> {
  const { clues } = hunt;
  if (clues.length > rankedWhole) {
    const chosen = likelyOf(hunt, likely);
    yield chosen;
    for (const clue of inOrderAfter(hunt, likely.trail, inFileOrderWide)) chosen.add(clue);
    yield chosen;
  }
  yield clues;
}

function likelyOf(hunt: CompiledHunt, { trail, followers, hottest }: Likely): Set<CompiledClue> {
  const chosen = new Set(trail.at === undefined ? [] : atlasOf(hunt).around(trail.at));
  const addById = (id: string) => {
    // A clue of an older version may be gone.
    const clue = hunt.clueById.get(id);
    if (clue !== undefined) chosen.add(clue);
  };
  for (const id of followers?.keys() ?? []) addById(id);
  for (const id of hottest) addById(id);
  for (const clue of inOrderAfter(hunt, trail, inFileOrder)) chosen.add(clue);
  return chosen;
}

function inOrderAfter(hunt: CompiledHunt, { last }: Trail, count: number): CompiledClue[] {
  const { clues } = hunt;
  const from = last === undefined ? 0 : atlasOf(hunt).orderOf(last) + 1;
  return Array.from({ length: Math.min(count, clues.length) }, (_, i) => {
    return clues[(from + i) % clues.length] as CompiledClue;
  });
}
