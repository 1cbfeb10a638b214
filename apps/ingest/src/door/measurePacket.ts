/** What one packet tells the charts. */
import type { QuarantineRecord } from '@trove/contracts';
import type { LoggedEvent } from '@trove/core';
import type { MetricsCollector } from '@trove/streams';
import type { Appended } from './appender.js';
import type { HuntsView } from './huntsView.js';

export interface MeasuredPacket {
  readonly packet: { readonly receivedAtUs: number };
  /** Appended events by partition. */
  readonly lanes: ReadonlyMap<number, { readonly events: readonly LoggedEvent[] }>;
  readonly appends: readonly Appended[];
  readonly records: readonly QuarantineRecord[];
}

interface Deps {
  readonly metrics: MetricsCollector;
  readonly hunts: HuntsView;
}

export function measurePacket({ metrics, hunts }: Deps, measured: MeasuredPacket): void {
  const { packet, lanes, appends, records } = measured;
  for (const { partition, appendedAtUs } of appends) {
    const byHunt = new Map<string, number>();
    for (const { hunt } of lanes.get(partition)?.events ?? []) {
      byHunt.set(hunt, (byHunt.get(hunt) ?? 0) + 1);
    }
    const micros = appendedAtUs - packet.receivedAtUs;
    for (const [hunt, weight] of byHunt) {
      const tally = metrics.of(hunt);
      tally.count('acks', 'appended', weight);
      tally.stage('door_log', micros, weight);
    }
  }
  for (const { hunt, ack, code } of records) {
    const tally = metrics.of(hunts.get(hunt) === undefined ? '*' : hunt);
    tally.count('acks', ack);
    tally.count('refusals', code);
  }
}
