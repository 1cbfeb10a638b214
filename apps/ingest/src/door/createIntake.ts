/** The way into the log, and what says when it is full: each tells the other how it stands. */
import { EntryWriter, type TroveRedis } from '@trove/streams';
import type { Logger } from '@trove/telemetry';
import type { DoorApp } from '../deps.js';
import { Appender } from './appender.js';
import { Pressure } from './pressure.js';

interface IntakeDeps {
  readonly redis: TroveRedis;
  readonly partitions: number;
  readonly process: string;
  readonly logger: Logger;
}

interface IntakeParts extends Pick<DoorApp, 'log' | 'identities'> {
  wake(partition: number): void;
}

export function createIntake(deps: IntakeDeps, { log, identities, wake }: IntakeParts) {
  const pressure = new Pressure({
    redis: deps.redis,
    partitions: deps.partitions,
    waiting: () => appender.waiting,
    onError: (err) => deps.logger.error({ err }, 'the backlog could not be read'),
  });
  const appender = new Appender({
    log,
    door: deps.process,
    createWriter: () => new EntryWriter(identities.hasher),
    wake,
    onUndecided: (partition, undecided) => pressure.onUndecided(partition, undecided),
  });
  return { appender, pressure };
}
