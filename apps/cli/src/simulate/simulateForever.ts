/**
 * The crowd that plays while the demo runs: it outlives restarts of the server, skips what its
 * queue has no room for, and says once a minute how it goes.
 */
import { createSource, type Source } from '@trove/player-sdk';
import { Tally } from '../delivery/tally.js';
import type { Door } from '../door/findDoor.js';
import { paced } from './pacer.js';
import type { Playbook } from './playbook.js';

const LINE_EVERY_MS = 60_000;

export interface EndlessCrowd {
  readonly door: Door;
  readonly playbook: Playbook;
  readonly rate: number;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** Sends until the signal. Counts are kept for this minute and the one before, never longer. */
export async function simulateForever(crowd: EndlessCrowd): Promise<void> {
  const { door, playbook, rate, signal, say } = crowd;
  const source = createSource(door);
  const minutes = new Minutes(source, say);
  source.on('state', (state) =>
    say(`${state} ${state === 'connected' ? 'to' : 'from'} ${door.url}`),
  );
  source.on('refused', ({ code, detail }) => say(`refused: ${code} ${detail}`.trim()));
  const timer = setInterval(() => minutes.turn(), LINE_EVERY_MS);
  try {
    for await (const due of paced(rate, signal)) {
      for (let n = 0; n < due; n += 1) {
        const { event, kind } = playbook.next(Date.now());
        if (source.send([event]) === 'full') minutes.skipped += 1;
        else minutes.current.expect(event.id, kind === 'duplicate');
      }
    }
  } finally {
    clearInterval(timer);
    source.close();
  }
}

/** This minute's counts and the last one's, whose outcomes may still come in. */
class Minutes {
  current = new Tally();
  skipped = 0;
  #previous = new Tally();
  readonly #say: (line: string) => void;

  constructor(source: Source, say: (line: string) => void) {
    this.#say = say;
    source.on('settled', (settled) => {
      for (const { event, ack, refusal } of settled) {
        this.#each((tally) => tally.settle(event.id, ack, refusal?.code));
      }
    });
    source.on('results', ({ results }) => {
      for (const result of results) this.#each((tally) => tally.result(result));
    });
  }

  turn(): void {
    const { sent, acked, outcomes, points } = this.current;
    const counts = Object.entries(outcomes).map(([name, value]) => `${name} ${value}`);
    const skipped = this.skipped > 0 ? ` · skipped ${this.skipped}` : '';
    this.#say(`sent ${sent} · acked ${acked} · ${counts.join(' · ')} · points ${points}${skipped}`);
    this.#previous = this.current;
    this.current = new Tally();
    this.skipped = 0;
  }

  #each(run: (tally: Tally) => void): void {
    run(this.current);
    run(this.#previous);
  }
}
