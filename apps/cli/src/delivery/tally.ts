/**
 * Counts what became of the events sent: one outcome for each sending that was meant. Pure.
 *
 * The network may make two log entries of one sending, and the second is a `duplicate` that
 * nobody meant. Such a result is not counted; where the first one's result was lost, its id is
 * kept among those to ask for.
 */
import type { Ack, EventResult, Outcome, Verdict } from '@trove/contracts';

interface Expected {
  /** Sendings without an outcome yet. */
  left: number;
  /** A duplicate of the id is meant, so that each one is a result in its own right. */
  isRepeated: boolean;
}

/** Called with each outcome that is counted, once a sending. */
export type OnDecided = (id: string, decided: Decided) => void;
export type Decided = Pick<EventResult, 'outcome' | 'rung' | 'suspicions'>;

type Counted = Decided & Pick<EventResult, 'id' | 'verdict' | 'points'>;

export type Counts<K extends string> = Partial<Record<K, number>>;

export class Tally {
  sent = 0;
  acked = 0;
  /** Points that the counted results moved. */
  points = 0;
  readonly outcomes: Counts<Outcome> = {};
  readonly verdicts: Counts<Verdict> = {};
  /** Refusals at the door, by problem code. */
  readonly refusals: Counts<string> = {};
  /** The last score told of each team. */
  readonly scores = new Map<string, number>();
  readonly #expected = new Map<string, Expected>();
  readonly #unclear = new Set<string>();
  /**
   * The lowest position heard of, by hunt: what stands before it was there before we came. Others
   * may send as the same source, and positions of other partitions say nothing.
   */
  readonly #firstPositions = new Map<string, number>();
  readonly #onDecided: OnDecided | undefined;

  constructor(onDecided?: OnDecided) {
    this.#onDecided = onDecided;
  }

  /** Sendings whose outcome is not known. */
  get undecided(): number {
    return this.#expected.size;
  }

  /**
   * An event is about to be sent. A second one under the same id is a repeat on purpose, unless it
   * is said not to be: it may also be another event that was given a known id.
   */
  expect(id: string, isRepeat = this.#expected.has(id)): void {
    this.sent += 1;
    const expected = this.#expected.get(id);
    if (expected === undefined) this.#expected.set(id, { left: 1, isRepeated: isRepeat });
    else {
      expected.left += 1;
      expected.isRepeated ||= isRepeat;
    }
  }

  /** True while sendings of an id have no outcome. */
  expects(id: string): boolean {
    return this.#expected.has(id);
  }

  /** The door's answer to one sending. */
  settle(id: string, ack: Ack, code: string | undefined): void {
    if (ack === 'appended') {
      this.acked += 1;
      return;
    }
    count(this.refusals, code ?? ack);
    if (ack !== 'busy') this.#decide(id, { outcome: ack });
  }

  /** A push; false when nothing in it is ours: others may send as the same source. */
  results(results: readonly EventResult[]): boolean {
    let isOurs = false;
    for (const result of results) isOurs = this.result(result) || isOurs;
    return isOurs;
  }

  /** One pushed result; false for that of an id that is not expected, or not any more. */
  result(result: EventResult): boolean {
    const { hunt, position } = result;
    const first = this.#firstPositions.get(hunt) ?? Number.POSITIVE_INFINITY;
    if (position < first) this.#firstPositions.set(hunt, position);
    if (result.score !== undefined) this.scores.set(result.team, result.score);
    const expected = this.#expected.get(result.id);
    if (expected === undefined) return false;
    if (!expected.isRepeated && this.#isOwnSecond(result)) this.#unclear.add(result.id);
    else this.#count(result);
    return true;
  }

  /** What `GET /v1/events/{id}` said of an id among `toAsk`. */
  answer(result: Counted): void {
    if (this.#expected.has(result.id)) this.#count(result);
  }

  /** Ids without an outcome: those whose first result was lost first. */
  toAsk(): string[] {
    return [...new Set([...this.#unclear, ...this.#expected.keys()])];
  }

  /** Not of a repeat under an id of its own, whose first is another event. */
  #isOwnSecond({ hunt, outcome, rung, firstPosition }: EventResult): boolean {
    if (rung !== undefined) return false;
    const first = this.#firstPositions.get(hunt) ?? Number.POSITIVE_INFINITY;
    return outcome === 'duplicate' && (firstPosition ?? -1) >= first;
  }

  #count({ id, outcome, rung, suspicions, verdict, points }: Counted) {
    if (verdict !== undefined) count(this.verdicts, verdict);
    this.points += points ?? 0;
    this.#decide(id, { outcome, rung, suspicions });
  }

  #decide(id: string, decided: Decided): void {
    const expected = this.#expected.get(id);
    if (expected === undefined) return;
    count(this.outcomes, decided.outcome);
    this.#onDecided?.(id, decided);
    expected.left -= 1;
    if (expected.left > 0) return;
    this.#expected.delete(id);
    this.#unclear.delete(id);
  }
}

function count(counts: Counts<string>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
