/** Whether the console can do its work, and which build it is. Open to all: it names no data. */
import type { Checks, Readiness, Registry } from '@trove/telemetry';
import manifest from '../../package.json' with { type: 'json' };
import { env } from '../env';
import { db, redis } from './connections';
import { liveTail } from './live/tail';
import { telemetry } from './packages';
import { perProcess } from './perProcess';

const CHECKS: Checks = {
  redis: async () => {
    await redis().ping();
    return undefined;
  },
  postgres: async () => {
    await db().prisma.user.findFirst({ select: { id: true } });
    return undefined;
  },
};

export function readiness(): Promise<Readiness> {
  return telemetry.checkReadiness(CHECKS);
}

export function build() {
  const { TROVE_COMMIT } = env();
  return { app: 'console', version: manifest.version, commit: TROVE_COMMIT, node: process.version };
}

export function registry(): Registry {
  return perProcess('registry', () => {
    const metrics = telemetry.createRegistry('console');
    new telemetry.Gauge({
      name: 'trove_console_live_viewers',
      help: 'Open live streams.',
      registers: [metrics],
      collect() {
        this.set(liveTail().viewerCount);
      },
    });
    return metrics;
  });
}
