/**
 * The figures of hunts' clues, ranked by from memory: thousands of numbers need not be read for
 * every team that asks. Figures that have grown old are used once more while the new ones are on
 * their way.
 */
import type { LiveHunt } from '@trove/contracts';
import type { CompiledHunt } from '@trove/core';
import { DOOR_LIMITS } from '../limits.js';
import { type FigureReads, HuntTable } from './huntTable.js';

interface Kept {
  readonly hash: string;
  readonly table: Promise<HuntTable>;
  isRefreshing: boolean;
}

export interface HuntTablesDeps {
  reads(live: LiveHunt): FigureReads;
  rulesOf(live: LiveHunt): Promise<CompiledHunt>;
  onError(error: unknown): void;
}

export class HuntTables {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly deps: HuntTablesDeps) {}

  async of(live: LiveHunt): Promise<HuntTable> {
    const known = this.kept.get(live.slug);
    if (known === undefined || known.hash !== live.hash) return await this.read(live);
    const table = await known.table;
    if (!known.isRefreshing && table.isDue()) {
      known.isRefreshing = true;
      this.refresh(live, table)
        .catch(this.deps.onError)
        .finally(() => {
          known.isRefreshing = false;
        });
    }
    return table;
  }

  /** Reads what is due, and what has grown old while nobody asked. */
  private async refresh(live: LiveHunt, table: HuntTable): Promise<void> {
    do {
      if (!(await table.readNext())) {
        this.keep(live, Promise.resolve(await this.make(live)));
        return;
      }
    } while (table.isOld());
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
    return await HuntTable.read(await this.deps.rulesOf(live), this.deps.reads(live));
  }

  private keep({ slug, hash }: LiveHunt, table: Promise<HuntTable>): void {
    if (this.kept.size >= DOOR_LIMITS.figuredHunts && !this.kept.has(slug)) this.kept.clear();
    this.kept.set(slug, { hash, table, isRefreshing: false });
  }
}
