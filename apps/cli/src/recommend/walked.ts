/** What anybody could know at a moment of the walk through the visits: all models look at it. */
import type { Point } from '@trove/core';
import type { Visit } from './visits.js';

export class Walked {
  /** Places anybody has visited, in the order of their first visits. */
  readonly seen: number[] = [];
  private readonly isSeen: Uint8Array;
  private readonly own: { readonly visited: Set<number>; last: Visit | undefined }[];

  constructor(
    readonly points: readonly Point[],
    users: number,
  ) {
    this.isSeen = new Uint8Array(points.length);
    this.own = Array.from({ length: users }, () => ({ visited: new Set(), last: undefined }));
  }

  hasSeen(place: number): boolean {
    return this.isSeen[place] === 1;
  }

  /** A user's places in the order of the first visits to them. */
  visitedBy(user: number): ReadonlySet<number> {
    return (this.own[user] as { visited: Set<number> }).visited;
  }

  lastOf(user: number): Visit | undefined {
    return this.own[user]?.last;
  }

  take(visit: Visit): void {
    const { user, place } = visit;
    const own = this.own[user];
    if (own === undefined) return;
    own.visited.add(place);
    own.last = visit;
    if (this.isSeen[place] === 1) return;
    this.isSeen[place] = 1;
    this.seen.push(place);
  }
}
