/**
 * The crowd that plays while the demo runs: it outlives restarts of the server, skips what its
 * queue has no room for, and says once a minute how it goes.
 */
import { createSource, type Source } from '@trove/player-sdk';
import { DELIVERY_LIMITS } from '../delivery/limits.js';
import type { DoorClient } from '../door/doorClient.js';
import type { SourceDoor } from '../door/withSource.js';
import { BURST } from './limits.js';
import { type Delivered, Minutes } from './minutes.js';
import { paced } from './pacer.js';
import type { Playbook } from './playbook.js';
import { QualityReporter } from './qualityReporter.js';

const LINE_EVERY_MS = 60_000;

export interface EndlessCrowd {
  readonly door: SourceDoor;
  readonly client: DoorClient;
  readonly playbook: Playbook;
  readonly hunt: string;
  readonly rate: number;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** Sends until the signal, then answers the sums. Ids are kept for two minutes, never longer. */
export async function simulateForever(crowd: EndlessCrowd): Promise<Delivered> {
  const { door, client, hunt, rate, signal, say } = crowd;
  const source = createSource({ ...door, capacity: DELIVERY_LIMITS.waitingEvents });
  const minutes = new Minutes(say);
  const reporter = new QualityReporter({ client, hunt, meters: () => minutes.meters, say });
  listen(source, minutes);
  source.on('state', (state) =>
    say(`${state} ${state === 'connected' ? 'to' : 'from'} ${door.url}`),
  );
  source.on('refused', ({ code, detail }) => say(`refused: ${code} ${detail}`.trim()));
  const timer = setInterval(() => minutes.turn(), LINE_EVERY_MS);
  try {
    let owed = 0;
    for await (const due of paced(rate, signal)) {
      owed = sendDue(crowd.playbook, { source, minutes }, owed + due);
    }
  } finally {
    clearInterval(timer);
    source.close();
    await reporter.close();
  }
  return minutes.total;
}

/** Where sendings go, and where they are taken down. */
interface Way {
  readonly source: Source;
  readonly minutes: Minutes;
}

/** Sends what is due and answers what is owed still: a burst sends more at once than was due. */
function sendDue(playbook: Playbook, { source, minutes }: Way, due: number): number {
  let owed = due;
  while (owed > 0) {
    // Asked before anything is made: what was made and not sent must not be made use of later.
    if (source.pending + BURST.most > DELIVERY_LIMITS.waitingEvents) {
      minutes.skipped += owed;
      return 0;
    }
    const sendings = playbook.next(Date.now());
    for (const sending of sendings) minutes.expect(sending);
    source.send(sendings.map(({ event }) => event));
    owed -= sendings.length;
  }
  return owed;
}

function listen(source: Source, minutes: Minutes): void {
  source.on('settled', (settled) => {
    for (const { event, ack, refusal } of settled) minutes.settle(event.id, ack, refusal?.code);
  });
  source.on('results', ({ results }) => {
    for (const result of results) minutes.result(result);
  });
}
