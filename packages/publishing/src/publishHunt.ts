/** Puts a hunt file live: checked, stored as the next version, announced in the hunt's log. */
import { HuntSlug, type LiveHunt, type Mistake, type PublishReply } from '@trove/contracts';
import type { HuntStore } from '@trove/db';
import {
  announcePublication,
  type HuntDirectory,
  placeHunt,
  type TroveRedis,
} from '@trove/streams';
import { v7 as uuidv7 } from 'uuid';
import type { CheckedFile } from './checkFile.js';
import type { PublicationFile } from './checkPublication.js';

/** What publishing needs of the process it runs in. */
export interface PublishDeps {
  readonly redis: TroveRedis;
  readonly directory: HuntDirectory;
  readonly huntStore: HuntStore;
  /** As many as the installation has had since its first start. */
  readonly partitions: number;
  /** `checkFile`, wherever it runs; undefined while too many other files wait for it. */
  check(file: PublicationFile): Promise<CheckedFile | undefined>;
  /** Milliseconds on Redis's clock. */
  nowMs(): number;
  /** The version stands in the log and is what doors should know from now on. */
  onLive(live: LiveHunt): void;
}

export interface Publish {
  readonly slug: string;
  /** The file, YAML. */
  readonly text: string;
  readonly by: string;
  /** The newest version the publisher knows of; without, whatever is newest. */
  readonly expects?: number;
}

export type PublishOutcome =
  | { readonly is: 'published'; readonly reply: PublishReply }
  | { readonly is: 'mistaken'; readonly mistakes: readonly Mistake[] }
  /** Too many other files wait to be checked. */
  | { readonly is: 'busy' }
  /** The hunt lives where this installation reads no log: nothing sent to it would be decided. */
  | { readonly is: 'misplaced'; readonly says: string }
  /** Somebody else has published `version` since. */
  | { readonly is: 'outdated'; readonly version: number; readonly by: string };

/** Rejects when PostgreSQL or Redis is away; publishing the same file again is harmless. */
export async function publishHunt(deps: PublishDeps, publish: Publish): Promise<PublishOutcome> {
  const { slug, text, by, expects } = publish;
  const checked = await deps.check({ slug, text });
  if (checked === undefined) return { is: 'busy' };
  if (!checked.ok) return { is: 'mistaken', mistakes: checked.mistakes };
  const { title, hash, body, scope, scopeReasons } = checked;
  const place = (await deps.huntStore.partitionOf(slug)) ?? placeHunt(slug, deps.partitions);
  if (place >= deps.partitions) {
    const says = `it lives in partition ${place}, and this installation has ${deps.partitions}`;
    return { is: 'misplaced', says };
  }
  const stored = await deps.huntStore.publish({
    slug,
    title,
    hash,
    body,
    source: text,
    partition: place,
    eventId: newEventId(deps),
    by,
    ...(expects === undefined ? {} : { expects }),
  });
  if (stored.isOutdated) return { is: 'outdated', version: stored.version, by: stored.by };
  const { version, partition, published } = stored;
  await announce(deps, { slug, version, hash, body, partition }, stored);
  const reply = { version, hash, published, partition, scope, scopeReasons };
  return { is: 'published', reply: { slug: HuntSlug.parse(slug), ...reply } };
}

interface Announced {
  readonly slug: string;
  readonly version: number;
  readonly hash: string;
  readonly body: string;
  readonly partition: number;
}

async function announce(
  deps: PublishDeps,
  version: Announced,
  stored: { readonly eventId: string; readonly isAnnounced: boolean },
): Promise<void> {
  const live = await deps.directory.get(version.slug);
  // A Redis that was emptied knows nothing of what PostgreSQL has as announced: say it anew, under
  // an id of now, because one of long ago would be late.
  const isForgotten = live === undefined || live.version < version.version;
  if (stored.isAnnounced && !isForgotten) return;
  const eventId = stored.isAnnounced ? newEventId(deps) : stored.eventId;
  deps.onLive(await announcePublication(deps.redis, { ...version, eventId }));
  await deps.huntStore.markAnnounced(stored.eventId);
}

function newEventId(deps: PublishDeps): string {
  return uuidv7({ msecs: Math.floor(deps.nowMs()) });
}
