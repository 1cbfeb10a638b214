/**
 * Popularity of hunts' clues, answered from memory for a second: a thousand numbers need not be
 * read for every team that asks. A value that has grown old is answered once more while the new
 * one is on its way.
 */
import type { LiveHunt } from '@trove/contracts';
import { DOOR_LIMITS } from '../limits.js';

type Heat = ReadonlyMap<string, number>;

interface Kept {
  readonly hash: string;
  readonly atMs: number;
  readonly heat: Promise<Heat>;
  isRefreshing: boolean;
}

export interface PopularityDeps {
  read(live: LiveHunt): Promise<Heat>;
  nowMs(): number;
  onError(error: unknown): void;
}

export class Popularity {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly deps: PopularityDeps) {}

  async of(live: LiveHunt): Promise<Heat> {
    const known = this.kept.get(live.slug);
    if (known === undefined || known.hash !== live.hash) return await this.read(live);
    const isOld = this.deps.nowMs() - known.atMs > DOOR_LIMITS.popularityStaleMs;
    if (isOld && !known.isRefreshing) {
      known.isRefreshing = true;
      this.refresh(live, known);
    }
    return await known.heat;
  }

  private refresh(live: LiveHunt, known: Kept): void {
    this.deps.read(live).then(
      (heat) => this.keep(live, Promise.resolve(heat)),
      (error: unknown) => {
        known.isRefreshing = false;
        this.deps.onError(error);
      },
    );
  }

  private async read(live: LiveHunt): Promise<Heat> {
    const heat = this.deps.read(live);
    this.keep(live, heat);
    try {
      return await heat;
    } catch (error) {
      this.kept.delete(live.slug);
      throw error;
    }
  }

  private keep({ slug, hash }: LiveHunt, heat: Promise<Heat>): void {
    if (this.kept.size >= DOOR_LIMITS.popularHunts && !this.kept.has(slug)) this.kept.clear();
    this.kept.set(slug, { hash, atMs: this.deps.nowMs(), heat, isRefreshing: false });
  }
}
