/**
 * What players do to their teams and have no answer to yet. What they did may be known here before
 * Redis has answered that it was appended: who is closed for having left is answered first.
 */
import type { LeftPush } from '@trove/contracts';

type Seat = Pick<LeftPush, 'hunt' | 'team'>;

export class ActsUnderWay {
  private readonly acts = new Map<string, Set<Promise<unknown>>>();

  /** Answers as the act does, which counts as under way until then. */
  async during<T>(seat: Seat, act: () => Promise<T>): Promise<T> {
    const key = nameOf(seat);
    const under = this.acts.get(key) ?? new Set();
    this.acts.set(key, under);
    const acting = act();
    under.add(acting);
    try {
      return await acting;
    } finally {
      under.delete(acting);
      if (under.size === 0) this.acts.delete(key);
    }
  }

  /** Resolves when what is under way in a team has ended, however it did. */
  async ended(seat: Seat): Promise<void> {
    const acts: readonly Promise<unknown>[] = [...(this.acts.get(nameOf(seat)) ?? [])];
    await Promise.allSettled(acts);
  }
}

function nameOf({ hunt, team }: Seat): string {
  return `${hunt}/${team}`;
}
