/** What one packet tells the charts. */
import type { MetricsCollector, Quarantining } from '@trove/streams';
import type { Appended } from './appender.js';
import type { HuntsView } from './huntsView.js';
import type { Lane } from './sortEvents.js';

export interface MeasuredPacket {
  readonly packet: { readonly receivedAtUs: number };
  /** Appended events by partition, and the log's answer to each. */
  readonly lanes: readonly Lane[];
  readonly appended: readonly Appended[];
  readonly refused: readonly Quarantining[];
  /** How long all its events took to be held against their contracts. */
  readonly checkMs: number;
}

interface Deps {
  readonly metrics: MetricsCollector;
  readonly hunts: HuntsView;
}

export function measurePacket({ metrics, hunts }: Deps, measured: MeasuredPacket): void {
  const { packet, lanes, appended, refused, checkMs } = measured;
  const events = lanes.reduce((sum, { count }) => sum + count, refused.length);
  const checkNs = (checkMs * 1e6) / events;
  lanes.forEach(({ byHunt }, lane) => {
    const micros = (appended[lane]?.appendedAtUs ?? packet.receivedAtUs) - packet.receivedAtUs;
    for (const [{ slug }, weight] of byHunt) {
      const tally = metrics.of(slug);
      tally.count('acks', 'appended', weight);
      tally.stage('door_log', micros, weight);
      tally.check('contract', weight, checkNs * weight);
    }
  });
  for (const { record } of refused) {
    const { hunt, ack, code } = record;
    const tally = metrics.of(hunts.get(hunt) === undefined ? '*' : hunt);
    tally.count('acks', ack);
    tally.count('refusals', code);
    tally.check('contract', 1, checkNs);
  }
}
