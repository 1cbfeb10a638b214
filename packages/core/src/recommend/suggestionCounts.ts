/** What one chunk has to tell the charts of suggestions; nothing of it is remembered. */
import { FollowSpan } from '@trove/contracts';
import type { MemoryCounts, Served } from './huntMemory.js';
import type { Suggested } from './suggest.js';

export class SuggestionCounts {
  private served = 0;
  private explored = 0;
  private readonly followedAfterMs: number[] = [];
  private readonly covered = new Map<number, number>();

  /** Counts what a result tells a team. */
  serve({ orders, isExploring }: Pick<Suggested, 'orders' | 'isExploring'>): void {
    this.served += orders.length;
    if (isExploring) this.explored += 1;
    for (const order of orders) this.covered.set(order, (this.covered.get(order) ?? 0) + 1);
  }

  /** Counts a solve of what the team was told, when it was told not too long before. */
  follow(
    clue: string,
    served: Served | undefined,
    { nowMs, withinMs }: { readonly nowMs: number; readonly withinMs: number },
  ): void {
    if (served === undefined || nowMs - served.atMs > withinMs) return;
    if (served.clues.includes(clue)) this.followedAfterMs.push(Math.max(0, nowMs - served.atMs));
  }

  taken(clues: number): MemoryCounts {
    const { served, explored, followedAfterMs, covered } = this;
    return { served, explored, followed: followedAfterMs.length, followedAfterMs, covered, clues };
  }
}

const MINUTE_MS = 60_000;

/** The span of time in which something was followed; the last one holds all that are longer. */
export function followSpanOf(afterMs: number): FollowSpan {
  const spans = FollowSpan.options;
  return spans.find((span) => afterMs <= Number(span) * MINUTE_MS) ?? (spans.at(-1) as FollowSpan);
}
