/** What the handlers of one door process share. Built in app.ts, never reached for. */
import type { DurabilityTier } from '@trove/contracts';
import type { AuditStore, DraftStore, HuntStore } from '@trove/db';
import type { ReceiptReader } from '@trove/receipts';
import type {
  DeliveryNotes,
  HuntDirectory,
  Identities,
  MetricsCollector,
  RedisClock,
  RedisEventLog,
  TroveRedis,
} from '@trove/streams';
import type { Logger } from '@trove/telemetry';
import type { Door } from './door/door.js';
import type { HuntsView } from './door/huntsView.js';
import type { PhotoDesk } from './photos/photoDesk.js';
import type { FileChecker } from './publishing/fileChecker.js';
import type { Backlog } from './push/backlog.js';
import type { Closings } from './push/closings.js';
import type { Waiters } from './push/waiters.js';
import type { EventRates } from './rates/eventRates.js';
import type { Questions } from './rates/questions.js';
import type { Recommender } from './recommend/recommender.js';
import type { ActsUnderWay } from './teams/actsUnderWay.js';
import type { Departures } from './teams/departures.js';
import type { Presence } from './teams/presence.js';
import type { Tokens } from './tokens/tokens.js';

export interface DoorApp {
  readonly redis: TroveRedis;
  readonly log: RedisEventLog;
  readonly clock: RedisClock;
  readonly door: Door;
  readonly closings: Closings;
  /** What players, teams and hunts may send. */
  readonly rates: EventRates;
  readonly questions: Questions;
  readonly hunts: HuntsView;
  readonly files: FileChecker;
  readonly directory: HuntDirectory;
  readonly huntStore: HuntStore;
  readonly drafts: DraftStore;
  readonly audit: AuditStore;
  readonly identities: Identities;
  readonly tokens: Tokens;
  readonly metrics: MetricsCollector;
  readonly photos: PhotoDesk;
  readonly recommender: Recommender;
  readonly receipts: ReceiptReader;
  readonly deliveries: DeliveryNotes;
  readonly backlog: Backlog;
  readonly waiters: Waiters;
  readonly departures: Departures;
  readonly acts: ActsUnderWay;
  readonly presence: Presence;
  readonly partitions: number;
  readonly tier: DurabilityTier;
  readonly logger: Logger;
  /** A control event was appended and nobody holds the partition. */
  wake(partition: number): void;
}

export function serverTime({ clock }: Pick<DoorApp, 'clock'>): string {
  return new Date(clock.nowUs() / 1000).toISOString();
}
