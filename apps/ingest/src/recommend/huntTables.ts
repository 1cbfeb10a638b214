/**
 * The figures of hunts' clues, ranked by from memory for a second: thousands of numbers need not
 * be read for every team that asks. Figures that have grown old are used once more while the new
 * ones are on their way.
 */
import type { LiveHunt } from '@trove/contracts';
import { ClueTable, type CompiledHunt, type CoVisits } from '@trove/core';
import type { HuntFigures } from '@trove/streams';
import { DOOR_LIMITS } from '../limits.js';
import { isWithin } from '../rates/isWithin.js';

/** Figures as a table of one version's clues. */
export interface HuntTable extends Pick<HuntFigures, 'hottest' | 'weights'> {
  readonly table: ClueTable;
  /** The clue that a slot is. */
  nameOf(slot: number | undefined): string | undefined;
  /** What was visited together with the clues a team solved last; set before each ranking. */
  together: ReadonlyMap<number, CoVisits>;
}

interface Kept {
  readonly hash: string;
  readonly atMs: number;
  readonly table: Promise<HuntTable>;
  isRefreshing: boolean;
}

export interface HuntTablesDeps {
  read(live: LiveHunt): Promise<HuntFigures>;
  rulesOf(live: LiveHunt): Promise<CompiledHunt>;
  nowMs(): number;
  onError(error: unknown): void;
}

export class HuntTables {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly deps: HuntTablesDeps) {}

  async of(live: LiveHunt): Promise<HuntTable> {
    const known = this.kept.get(live.slug);
    if (known === undefined || known.hash !== live.hash) return await this.read(live);
    const isOld = !isWithin(known.atMs, this.deps.nowMs(), DOOR_LIMITS.figuresStaleMs);
    if (isOld && !known.isRefreshing) {
      known.isRefreshing = true;
      this.refresh(live, known);
    }
    return await known.table;
  }

  private refresh(live: LiveHunt, known: Kept): void {
    this.make(live).then(
      (table) => this.keep(live, Promise.resolve(table)),
      (error: unknown) => {
        known.isRefreshing = false;
        this.deps.onError(error);
      },
    );
  }

  private async read(live: LiveHunt): Promise<HuntTable> {
    const table = this.make(live);
    this.keep(live, table);
    try {
      return await table;
    } catch (error) {
      this.kept.delete(live.slug);
      throw error;
    }
  }

  private async make(live: LiveHunt): Promise<HuntTable> {
    const [hunt, read] = await Promise.all([this.deps.rulesOf(live), this.deps.read(live)]);
    const { names, figures, crowds, hottest, weights } = read;
    const slots = new Map(names.map((name, slot) => [name, slot]));
    const made: HuntTable = {
      hottest,
      weights,
      nameOf: (slot) => (slot === undefined ? undefined : names[slot]),
      together: new Map(),
      table: new ClueTable(hunt, slots, {
        figuresOf: (slot) => figures.get(slot),
        crowdOf: (slot) => crowds.get(slot),
        coVisitsOf: (slot) => made.together.get(slot),
      }),
    };
    return made;
  }

  private keep({ slug, hash }: LiveHunt, table: Promise<HuntTable>): void {
    if (this.kept.size >= DOOR_LIMITS.figuredHunts && !this.kept.has(slug)) this.kept.clear();
    this.kept.set(slug, { hash, atMs: this.deps.nowMs(), table, isRefreshing: false });
  }
}
