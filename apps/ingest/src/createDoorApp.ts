/** What all handlers of one door share, made from its connections. */
import type { DurabilityTier } from '@trove/contracts';
import { auditStore, type Db, draftStore, huntStore } from '@trove/db';
import { type JobsQueue, wakePartition } from '@trove/jobs';
import {
  createHuntDirectory,
  createIdentities,
  createRedisClock,
  MetricsCollector,
  quarantine,
  RedisEventLog,
  type TroveRedis,
} from '@trove/streams';
import type { AdminOptions, Logger, Tracing } from '@trove/telemetry';
import type { DoorApp } from './deps.js';
import { createIntake } from './door/createIntake.js';
import { Door } from './door/door.js';
import { HuntsView } from './door/huntsView.js';
import type { DoorFigures } from './doorMetrics.js';
import { openReceipts } from './openReceipts.js';
import type { DoorBounds } from './openSockets.js';
import { openPhotos } from './photos/openPhotos.js';
import { FileChecker } from './publishing/fileChecker.js';
import { Backlog } from './push/backlog.js';
import { Closings } from './push/closings.js';
import { Waiters } from './push/waiters.js';
import { EventRates } from './rates/eventRates.js';
import { Questions } from './rates/questions.js';
import { Recommender } from './recommend/recommender.js';
import { ActsUnderWay } from './teams/actsUnderWay.js';
import { Departures } from './teams/departures.js';
import { Presence } from './teams/presence.js';
import { openTokens } from './tokens/openTokens.js';

export interface IngestDeps {
  readonly redis: TroveRedis;
  /** A connection of its own for following results. */
  readonly blocking: TroveRedis;
  readonly db: Db;
  readonly drainQueue: JobsQueue<'drain'>;
  readonly partitions: number;
  readonly tier: DurabilityTier;
  readonly tokenSecret: string;
  readonly bounds: DoorBounds;
  /** Absolute. */
  readonly archiveFolder: string;
  /** Names this process in metrics and in the log's entries. */
  readonly process: string;
  readonly logger: Logger;
  readonly admin: AdminOptions;
  /** Undefined while traces are off. */
  readonly tracing: Tracing | undefined;
}

interface Built {
  readonly door: DoorApp;
  figures(): Pick<DoorFigures, 'waiting' | 'clockOffsetUs'>;
  close(): void;
}

function storesOf({ db }: IngestDeps) {
  return { huntStore: huntStore(db), drafts: draftStore(db), audit: auditStore(db) };
}

/** What a door keeps of its clients; another door can make all of it anew. */
function keptOfClients({ redis, process }: IngestDeps, nowMs: () => number) {
  return {
    closings: new Closings(),
    questions: new Questions(),
    backlog: new Backlog(),
    waiters: new Waiters(),
    departures: new Departures(),
    acts: new ActsUnderWay(),
    presence: new Presence({ redis, door: process, nowMs }),
  };
}

export async function createDoorApp(deps: IngestDeps): Promise<Built> {
  const { redis, logger, partitions, tier } = deps;
  const clock = await createRedisClock(redis);
  const nowMs = () => clock.nowUs() / 1000;
  const kept = keptOfClients(deps, nowMs);
  const identities = await createIdentities();
  const directory = createHuntDirectory(redis);
  const metrics = new MetricsCollector(deps.process, 'ingest');
  const log = new RedisEventLog({ redis, isImpatient: true });
  const onError = (what: string) => (err: unknown) => logger.error({ err }, what);
  const hunts = new HuntsView(directory, onError('the list of hunts could not be read'));
  const wake = (partition: number) => {
    wakePartition(deps.drainQueue, partition).catch(onError('a worker could not be woken'));
  };
  const { appender, pressure } = createIntake(deps, { log, identities, wake });
  await hunts.start();
  const photos = openPhotos(deps);
  const rates = new EventRates(deps.bounds.huntEventsPerSecond);
  const door = new Door({
    appender,
    hunts,
    identities,
    metrics,
    pressure,
    rates,
    tracing: deps.tracing,
    isOwnPhoto: photos.ids.isOwn,
    quarantine: (refused) => quarantine(redis, refused),
    nowUs: () => clock.nowUs(),
    onError: (err, what) => logger.error({ err }, what),
  });
  const app: DoorApp = {
    redis,
    log,
    clock,
    door,
    rates,
    hunts,
    directory,
    ...storesOf(deps),
    identities,
    photos,
    tokens: openTokens(deps, { nowMs, refusal: (claims) => kept.departures.refusal(claims) }),
    metrics,
    recommender: new Recommender({ redis, log, clock, directory, metrics, logger, wake }),
    ...openReceipts(deps),
    files: new FileChecker(),
    ...kept,
    ...{ partitions, tier, logger, wake },
  };
  const close = () => {
    pressure.close();
    hunts.close();
    app.receipts.close();
    app.files.close().catch(onError('the thread that checks files could not be ended'));
    clock.close();
  };
  const figures = () => ({ waiting: appender.waiting, clockOffsetUs: clock.offsetUs() });
  return { door: app, figures, close };
}
