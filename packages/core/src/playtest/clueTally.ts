/** What happens at one clue while it is played: who comes, who stays, who goes on without. */
import { distributionOf } from './distribution.js';
import type { CluePlay } from './report.js';

export type TalliedClue = Pick<CluePlay, 'id' | 'title' | 'kind' | 'difficulty'>;

export class ClueTally {
  private reached = 0;
  private solved = 0;
  private left = 0;
  private wrong = 0;
  private uncertain = 0;
  private hints = 0;
  private there = 0;
  /** The stretch in which somebody came or went last. */
  private moved = 0;
  private mostAtOnce = 0;
  private mostAtMs = 0;
  private readonly minutes: number[] = [];
  private readonly arrivals: number[] = [];
  private readonly crowd: number[] = [];

  constructor(
    private readonly clue: TalliedClue,
    private readonly stretchMs: number,
  ) {}

  /** @param sinceMs from the start of the hunt, as in the others */
  arrive(sinceMs: number, isFirst: boolean): void {
    if (isFirst) this.reached += 1;
    const stretch = this.move(sinceMs, 1);
    this.arrivals[stretch] = (this.arrivals[stretch] ?? 0) + 1;
    if (this.there <= this.mostAtOnce) return;
    this.mostAtOnce = this.there;
    this.mostAtMs = sinceMs;
  }

  leave(how: 'solved' | 'left', sinceMs: number, stayMs: number): void {
    this[how] += 1;
    this.move(sinceMs, -1);
    this.minutes.push(stayMs / 60_000);
  }

  /** Who was there when a stretch began was there in it too. */
  private move(sinceMs: number, by: 1 | -1): number {
    const stretch = Math.floor(sinceMs / this.stretchMs);
    for (let at = Math.min(this.moved, stretch); at <= stretch; at += 1) {
      this.crowd[at] = Math.max(this.crowd[at] ?? 0, this.there);
    }
    this.moved = stretch;
    this.there += by;
    this.crowd[stretch] = Math.max(this.crowd[stretch] ?? 0, this.there);
    return stretch;
  }

  count(what: 'wrong' | 'uncertain' | 'hints'): void {
    this[what] += 1;
  }

  /** @param stretches how many there were */
  play(stretches: number): CluePlay {
    const { reached, solved, left, wrong, uncertain, hints, mostAtOnce, mostAtMs } = this;
    const whole = (list: readonly number[]) =>
      Array.from({ length: stretches }, (_, at) => list[at] ?? 0);
    return {
      ...this.clue,
      ...{ reached, solved, left, wrong, uncertain, hints, mostAtOnce, mostAtMs },
      minutes: distributionOf(this.minutes)?.p50,
      arrivals: whole(this.arrivals),
      crowd: whole(this.crowd),
    };
  }
}
