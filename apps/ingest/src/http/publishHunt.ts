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
    eventId: uuidv7({ msecs: Math.floor(app.clock.nowUs() / 1000) }),
    by,
  });
  const { version, partition, published, eventId } = stored;
  if (!stored.isAnnounced) {
    const live = await announcePublication(app.redis, {
      slug,
      version,
      hash,
      body,
      partition,
      eventId,
    });
    app.hunts.put(live);
    app.wake(partition);
    await app.huntStore.markAnnounced(eventId);
  }
  return { ok: true, reply: { slug: HuntSlug.parse(slug), version, hash, published, partition } };
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
