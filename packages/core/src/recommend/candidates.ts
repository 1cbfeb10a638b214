/** Which clues are ranked at a solve: all of a usual hunt, the likely ones of a large one. */
import type { CompiledHunt } from '../hunt/compiledHunt.js';
import { atlasOf, type ClueAtlas } from './clueAtlas.js';
import type { Followers, Trail } from './huntMemory.js';
import { RECOMMEND_LIMITS } from './limits.js';

const { rankedWhole, inFileOrder, inFileOrderWide } = RECOMMEND_LIMITS;

export interface Likely {
  readonly trail: Trail;
  readonly followers: Followers | undefined;
  readonly hottest: readonly string[];
}

/** True when a solve ranks all clues of this hunt. */
export function isRankedWhole({ clues }: CompiledHunt): boolean {
  return clues.length <= rankedWhole;
}

/** The likely clues of a large hunt, by their places in the file. */
export function likelyClues(hunt: CompiledHunt, likely: Likely): Set<number> {
  const { trail, followers, hottest } = likely;
  const atlas = atlasOf(hunt);
  const chosen = new Set(trail.at === undefined ? [] : atlas.around(trail.at));
  for (const id of followers?.keys() ?? []) addKnown(chosen, atlas, id);
  for (const id of hottest) addKnown(chosen, atlas, id);
  return addNext(chosen, hunt, { trail, count: inFileOrder });
}

/** The same with many more of those that come next in the file. */
export function moreClues(likely: Set<number>, hunt: CompiledHunt, trail: Trail): Set<number> {
  return addNext(likely, hunt, { trail, count: inFileOrderWide });
}

function addNext(
  chosen: Set<number>,
  hunt: CompiledHunt,
  { trail: { last }, count }: { trail: Trail; count: number },
): Set<number> {
  const size = hunt.clues.length;
  const from = last === undefined ? 0 : atlasOf(hunt).orderOf(last) + 1;
  for (let i = 0; i < Math.min(count, size); i += 1) chosen.add((from + i) % size);
  return chosen;
}

/** A clue of an older version may be gone. */
function addKnown(chosen: Set<number>, atlas: ClueAtlas, id: string): void {
  const order = atlas.orderOf(id);
  if (order >= 0) chosen.add(order);
}
