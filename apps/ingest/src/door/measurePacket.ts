/** What one packet tells the charts. */
import type { LiveHunt, QuarantineRecord } from '@trove/contracts';
import type { MetricsCollector } from '@trove/streams';
import type { Appended } from './appender.js';
import type { GoodEvent } from './checkEvent.js';
import type { HuntsView } from './huntsView.js';

export interface MeasuredPacket {
  readonly packet: { readonly receivedAtUs: number };
  /** Appended events, a list a partition, and the answer to each list. */
  readonly lanes: readonly (readonly GoodEvent[])[];
  readonly appended: readonly Appended[];
  readonly records: readonly QuarantineRecord[];
}

interface Deps {
  readonly metrics: MetricsCollector;
  readonly hunts: HuntsView;
}

export function measurePacket({ metrics, hunts }: Deps, measured: MeasuredPacket): void {
  const { packet, lanes, appended, records } = measured;
  lanes.forEach((events, lane) => {
    const micros = (appended[lane]?.appendedAtUs ?? packet.receivedAtUs) - packet.receivedAtUs;
    const byHunt = new Map<LiveHunt, number>();
    for (const { live } of events) byHunt.set(live, (byHunt.get(live) ?? 0) + 1);
    for (const [{ slug }, weight] of byHunt) {
      const tally = metrics.of(slug);
      tally.count('acks', 'appended', weight);
      tally.stage('door_log', micros, weight);
    }
  });
  for (const { hunt, ack, code } of records) {
    const tally = metrics.of(hunts.get(hunt) === undefined ? '*' : hunt);
    tally.count('acks', ack);
    tally.count('refusals', code);
  }
}
