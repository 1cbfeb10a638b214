/**
 * Tells the door about once a second how what was injected compares with what came back, so that
 * the console can show it. A report that fails is sent again under its number; the run goes on
 * without.
 */
import { randomUUID } from 'node:crypto';
import { QUALITY_LIMITS, type QualityReport, type TruthPair } from '@trove/contracts';
import type { DoorClient } from '../door/doorClient.js';
import type { Meter } from './meter.js';

export interface QualityReporterOptions {
  readonly client: Pick<DoorClient, 'reportQuality'>;
  readonly hunt: string;
  /** Those that may have something new to tell. */
  readonly meters: () => readonly Meter[];
  readonly say: (line: string) => void;
}

export class QualityReporter {
  readonly #options: QualityReporterOptions;
  readonly #run = randomUUID();
  readonly #timer: ReturnType<typeof setInterval>;
  #number = 0;
  /** The report that was not taken yet. */
  #waiting: QualityReport | undefined;
  #sending: Promise<void> | undefined;
  #lastTrouble = '';

  constructor(options: QualityReporterOptions) {
    this.#options = options;
    this.#timer = setInterval(() => void this.#tell(), QUALITY_LIMITS.everyMs);
    this.#timer.unref();
  }

  /** Tells what is left. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sending;
    // The first may be one that waited.
    await this.#tell();
    if (this.#waiting === undefined) await this.#tell();
  }

  /** One report at a time; never rejects. */
  #tell(): Promise<void> {
    this.#sending ??= this.#send().finally(() => {
      this.#sending = undefined;
    });
    return this.#sending;
  }

  async #send(): Promise<void> {
    this.#waiting ??= this.#next();
    if (this.#waiting === undefined) return;
    const trouble = await this.#options.client.reportQuality(this.#waiting).then(
      () => '',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    if (trouble === '') this.#waiting = undefined;
    // Said when it changes, not once a second.
    else if (trouble !== this.#lastTrouble) {
      this.#options.say(`quality is not reported: ${trouble}`);
    }
    this.#lastTrouble = trouble;
  }

  #next(): QualityReport | undefined {
    const truth: { [P in TruthPair]?: number } = {};
    for (const meter of this.#options.meters()) {
      for (const [pair, count] of Object.entries(meter.takeUntold())) {
        truth[pair as TruthPair] = (truth[pair as TruthPair] ?? 0) + count;
      }
    }
    if (Object.keys(truth).length === 0) return undefined;
    this.#number += 1;
    return { hunt: this.#options.hunt, run: this.#run, number: this.#number, truth };
  }
}
