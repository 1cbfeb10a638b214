/**
 * Sends batches through a source in their order and waits until each event has its outcome. What
 * was not pushed in time is asked for, one id at a time.
 */
import type { PlayEvent } from '@trove/contracts';
import { createSource, type Source } from '@trove/player-sdk';
import type { DoorClient } from '../door/doorClient.js';
import type { SourceDoor } from '../door/withSource.js';
import { FailedError } from '../exits.js';
import { DELIVERY_LIMITS } from './limits.js';
import { Quiet } from './quiet.js';
import { Tally } from './tally.js';

export interface Delivery {
  readonly door: SourceDoor;
  readonly client: DoorClient;
  readonly batches: AsyncIterable<readonly PlayEvent[]>;
  /** Called as outcomes come in. */
  readonly onProgress?: (tally: Tally) => void;
}

/** Resolves with the counts. Throws `FailedError` when the server cannot be reached. */
export async function deliver({ door, client, batches, onProgress }: Delivery): Promise<Tally> {
  const tally = new Tally();
  const source = createSource({ ...door, inFlight: DELIVERY_LIMITS.inFlight });
  const quiet = new Quiet(DELIVERY_LIMITS.silenceMs);
  source.on('settled', (settled) => {
    for (const { event, ack, refusal } of settled) tally.settle(event.id, ack, refusal?.code);
    quiet.stir();
  });
  source.on('results', ({ results }) => {
    if (!tally.results(results)) return;
    quiet.stir();
    onProgress?.(tally);
  });
  source.on('waiting', () => quiet.stir());
  try {
    await connected(source);
    for await (const batch of batches) {
      await offer(source, batch, quiet);
      for (const { id } of batch) tally.expect(id);
    }
    await quiet.until(() => source.pending === 0 && tally.undecided === 0);
  } finally {
    source.close();
  }
  await askForMissing(client, tally);
  return tally;
}

/** Waits for room rather than hold the whole file. */
export async function offer(
  source: Source,
  batch: readonly PlayEvent[],
  quiet: Quiet,
): Promise<void> {
  for (;;) {
    const offered = source.send(batch);
    if (offered === 'queued') return;
    if (offered === 'too_large') throw new FailedError('an event is too large for any frame');
    const hasRoom = () => source.pending + batch.length <= DELIVERY_LIMITS.waitingEvents;
    if (!(await quiet.until(hasRoom))) throw new FailedError('the server stopped answering');
  }
}

/** Resolves with the first connection; rejects when there is none in time. */
export function connected(source: Source): Promise<void> {
  return new Promise((resolve, reject) => {
    let reason = 'no answer';
    const timer = setTimeout(() => {
      reject(new FailedError(`the socket could not be opened: ${reason}`));
    }, DELIVERY_LIMITS.connectMs);
    source.on('refused', (problem) => {
      reason = `${problem.code} ${problem.detail}`;
    });
    source.on('welcome', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Asks for the outcomes that no push brought, a few at a time. */
export async function askForMissing(client: DoorClient, tally: Tally): Promise<void> {
  const missing = tally.toAsk().slice(0, DELIVERY_LIMITS.askedFor);
  const ask = async (): Promise<void> => {
    for (let id = missing.pop(); id !== undefined; id = missing.pop()) {
      const status = await client.event(id);
      if (status.status === 'decided') tally.answer(status);
    }
  };
  await Promise.all(Array.from({ length: DELIVERY_LIMITS.asking }, ask));
}
