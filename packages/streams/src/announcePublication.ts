/** Puts a stored version live: its body first, then its event in the log, then the directory. */
import { createHash } from 'node:crypto';
import { HuntDefinition, type LiveHunt } from '@trove/contracts';
import { appendControl } from './appendControl.js';
import type { TroveRedis } from './connectRedis.js';
import { createHuntDirectory } from './huntDirectory.js';
import { DEFAULT_KEYS, type KeySpace } from './keys.js';
import { RedisEventLog } from './redisEventLog.js';

export interface StoredVersion {
  readonly slug: string;
  readonly version: number;
  readonly hash: string;
  /** Canonical JSON of the definition. */
  readonly body: string;
  readonly partition: number;
  /** UUIDv7 of the announcing event: announcing twice counts once. */
  readonly eventId: string;
}

/** Rejects when Redis is away; calling it again with the same version is harmless. */
export async function announcePublication(
  redis: TroveRedis,
  stored: StoredVersion,
  keys: KeySpace = DEFAULT_KEYS,
): Promise<LiveHunt> {
  const directory = createHuntDirectory(redis, keys);
  await directory.putBody(stored.hash, stored.body);
  await appendControl(new RedisEventLog({ redis, keys }), {
    partition: stored.partition,
    hunt: stored.slug,
    type: 'hunt.published.v1',
    data: { version: stored.version, hash: stored.hash },
    id: stored.eventId,
  });
  return await tellPublication(redis, stored, keys);
}

/** Makes a version known to doors; one that a later one has overtaken changes nothing. */
export async function tellPublication(
  redis: TroveRedis,
  stored: Omit<StoredVersion, 'eventId'>,
  keys: KeySpace = DEFAULT_KEYS,
): Promise<LiveHunt> {
  const definition = HuntDefinition.parse(JSON.parse(stored.body));
  return await createHuntDirectory(redis, keys).update(stored.slug, (before) => {
    const isOvertaken = before !== undefined && before.version > stored.version;
    return isOvertaken ? before : liveOf(stored, definition, before);
  });
}

/** What doors are told of a version; its phase is not the file's to say. */
function liveOf(
  stored: Omit<StoredVersion, 'eventId'>,
  definition: HuntDefinition,
  before: LiveHunt | undefined,
): LiveHunt {
  return {
    slug: stored.slug,
    title: definition.title,
    partition: stored.partition,
    version: stored.version,
    hash: stored.hash,
    clock: definition.clock,
    ...(definition.joinCode && { joinCodeHash: hashJoinCode(definition.joinCode) }),
    ...(definition.playtestCode && { playtestCodeHash: hashJoinCode(definition.playtestCode) }),
    phase: before?.phase ?? 'live',
    ...(before?.startsMs === undefined ? {} : { startsMs: before.startsMs }),
    ...openingOf(definition),
    maxEvents: definition.maxEvents,
    ...(definition.eventTypes && { eventTypes: definition.eventTypes }),
    ...(definition.divisions && { divisions: definition.divisions }),
  };
}

/** Opening times on the wall clock, which is the one readers of the directory know. */
function openingOf({ clock, opens, closes }: HuntDefinition) {
  if (clock === 'events') return {};
  return {
    ...(opens === undefined ? {} : { opensMs: Date.parse(opens) }),
    ...(closes === undefined ? {} : { closesMs: Date.parse(closes) }),
  };
}

/** Join codes are compared without regard to case. */
export function hashJoinCode(code: string): string {
  return createHash('sha256').update(code.toUpperCase()).digest('hex');
}
