/**
 * Compares what was injected with what the system said, by id: as soon as an id has as many answers
 * as sendings, they are paired and counted, and the id is forgotten. So it holds what is under way
 * and nothing else, however long a run is. Pure.
 */
import type { Injected, Outcome, TruthAnswer, TruthPair } from '@trove/contracts';
import { pairAnswers, type TruthCounts } from '@trove/core/meter';
import type { Decided } from '../delivery/tally.js';

const ANSWERS: Readonly<Record<Outcome, TruthAnswer>> = {
  accepted: 'clean',
  replayed: 'clean',
  duplicate: 'duplicate',
  conflict: 'conflict',
  invalid: 'contract',
  late: 'late',
  suspected: 'suspected',
  overturned: 'suspected',
  rate_limited: 'other',
  quarantined: 'other',
};

function wordOf({ outcome, rung, suspicions }: Decided): TruthAnswer {
  if (rung !== undefined) return 'alike';
  return suspicions?.includes('travel') === true ? 'travel' : ANSWERS[outcome];
}

interface Open {
  readonly sendings: Injected[];
  readonly answers: TruthAnswer[];
}

type Cells = { [P in TruthPair]?: number };

export class Meter {
  readonly #open = new Map<string, Open>();
  readonly #counts: Cells = {};
  #untold: Cells = {};

  /** The confusion matrix so far. */
  get counts(): TruthCounts {
    return this.#counts;
  }

  /** Ids that have fewer answers than sendings. */
  get open(): number {
    return this.#open.size;
  }

  expect(id: string, injected: Injected): void {
    const open = this.#open.get(id);
    if (open === undefined) this.#open.set(id, { sendings: [injected], answers: [] });
    else open.sendings.push(injected);
  }

  /** One outcome that is one sending's; those of ids it does not expect are not counted. */
  answer(id: string, decided: Decided): void {
    const open = this.#open.get(id);
    if (open === undefined) return;
    open.answers.push(wordOf(decided));
    if (open.answers.length >= open.sendings.length) this.#settle(id, open);
  }

  /** What came in since it was asked last. */
  takeUntold(): TruthCounts {
    const untold = this.#untold;
    this.#untold = {};
    return untold;
  }

  /** Nothing more will be heard: what has no answer is unanswered. */
  close(): void {
    for (const [id, open] of this.#open) this.#settle(id, open);
  }

  #settle(id: string, { sendings, answers }: Open): void {
    this.#open.delete(id);
    for (const pair of pairAnswers(sendings, answers)) {
      this.#counts[pair] = (this.#counts[pair] ?? 0) + 1;
      this.#untold[pair] = (this.#untold[pair] ?? 0) + 1;
    }
  }
}
