/** Puts a hunt file live: checked, stored as the next version, announced in the hunt's log. */
import { createHash } from 'node:crypto';
import { HuntSlug, type Mistake, type PublishReply } from '@trove/contracts';
import { canonicalHunt, compileHunt, parseHuntFile } from '@trove/core';
import { announcePublication, placeHunt } from '@trove/streams';
import { v7 as uuidv7 } from 'uuid';
import type { DoorApp } from '../deps.js';

export interface Publish {
  readonly slug: string;
  /** The file, YAML. */
  readonly text: string;
  readonly by: string;
}

export type Published =
  | { readonly ok: true; readonly reply: PublishReply }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** Rejects when PostgreSQL or Redis is away; publishing the same file again is harmless. */
export async function publishHunt(app: DoorApp, { slug, text, by }: Publish): Promise<Published> {
  const read = parseHuntFile(text);
  if (!read.ok) return read;
  const { definition } = read;
  if (definition.slug !== slug) return { ok: false, mistakes: [otherSlug(slug, definition.slug)] };
  const compiled = compileHunt(definition, 1);
  if (!compiled.ok) return compiled;
  const body = canonicalHunt(definition);
  const hash = createHash('sha256').update(body).digest('hex');
  const stored = await app.huntStore.publish({
    slug,
    title: definition.title,
    hash,
    body,
    source: text,
    partition: placeHunt(slug, app.partitions),
    eventId: newEventId(app),
    by,
  });
  const { version, partition, published } = stored;
  const live = await app.directory.get(slug);
  // A Redis that was emptied knows nothing of what PostgreSQL has as announced: say it anew, under
  // an id of now, because one of long ago would be late.
  const isForgotten = live === undefined || live.version < version;
  if (!stored.isAnnounced || isForgotten) {
    const eventId = stored.isAnnounced ? newEventId(app) : stored.eventId;
    const announced = await announcePublication(app.redis, {
      slug,
      version,
      hash,
      body,
      partition,
      eventId,
    });
    app.hunts.put(announced);
    app.wake(partition);
    await app.huntStore.markAnnounced(stored.eventId);
  }
  const { scope, scopeReasons } = compiled.hunt;
  const reply = { version, hash, published, partition, scope, scopeReasons };
  return { ok: true, reply: { slug: HuntSlug.parse(slug), ...reply } };
}

function newEventId({ clock }: DoorApp): string {
  return uuidv7({ msecs: Math.floor(clock.nowUs() / 1000) });
}

function otherSlug(asked: string, found: string): Mistake {
  return {
    line: 1,
    column: 1,
    path: 'slug',
    found,
    allowed: asked,
    message: `the file is of hunt ${found}, the address of ${asked}`,
  };
}
