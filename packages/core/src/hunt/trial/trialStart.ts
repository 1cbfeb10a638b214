/** The state a trial begins with, where its team is one that somebody has thought up. */
import { newTeam, type TeamState } from '../../game/state.js';
import type { StateCells } from '../../pipeline/applyDecision.js';
import { NO_TRAIL, newMemory } from '../../recommend/huntMemory.js';
import type { CompiledHunt } from '../compiledHunt.js';
import { FixtureFold } from '../fixtures/fixtureFold.js';
import { FixtureLogger } from '../fixtures/loggedFixture.js';

export interface ImaginaryTeam {
  readonly team: string;
  /** Clues it has solved, the last one last. */
  readonly solved: readonly string[];
  readonly score: number;
  readonly counters: Readonly<Record<string, number>>;
  readonly badges: readonly string[];
  /** How many other teams have solved each clue before. */
  readonly solvedByOthers: number;
}

/**
 * A hunt that was published at this moment, in which nothing has happened but this.
 * @param startMs when it was published
 */
export function imaginaryCells(
  hunt: CompiledHunt,
  imagined: ImaginaryTeam,
  startMs: number,
): StateCells {
  const fold = new FixtureFold(hunt);
  fold.add(new FixtureLogger(hunt.slug, startMs).published(startMs), startMs);
  const { cells } = fold;
  const base = cells.hunts.get(hunt.slug);
  if (base === undefined) throw new Error('a publication left no hunt behind');
  const solved = imagined.solved.filter((clue) => hunt.clueById.has(clue));
  cells.hunts.set(hunt.slug, { ...base, ...solvesOf(hunt, solved, imagined.solvedByOthers) });
  cells.teams.set(hunt.slug, new Map([[imagined.team, stateOf(hunt, imagined, solved)]]));
  const trail = { ...NO_TRAIL, last: solved.at(-1) };
  const memory = cells.memories.get(hunt.slug) ?? newMemory();
  cells.memories.set(hunt.slug, { ...memory, trails: new Map([[imagined.team, trail]]) });
  return cells;
}

function solvesOf({ clues }: CompiledHunt, solved: readonly string[], others: number) {
  const own = new Set(solved);
  const counts = clues.map(({ id }) => [id, others + (own.has(id) ? 1 : 0)] as const);
  const solves = new Map(counts.filter(([, count]) => count > 0));
  return { solves, solved: [...solves.values()].reduce((sum, count) => sum + count, 0) };
}

function stateOf(
  hunt: CompiledHunt,
  { team, score, counters, badges }: ImaginaryTeam,
  solved: readonly string[],
): TeamState {
  const empty = newTeam(hunt.slug, team);
  const known = new Set(hunt.badges.map(({ id }) => id));
  const marks = {
    ...empty.marks,
    counters: new Map(Object.entries(counters)),
    badges: new Set(badges.filter((badge) => known.has(badge))),
  };
  return { ...empty, score, solved: new Set(solved), marks };
}
