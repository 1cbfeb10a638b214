/** What anybody may know of a hunt before joining it: how it is called, and what it is about. */
import { cache } from 'react';
import { z } from 'zod';
import type { HuntHead } from '../../features/play/join/huntHead';
import { huntDirectory, logger } from '../connections';
import { readHunt } from './hunts';

/** What is read of a hunt's stored definition, which was checked when it was published. */
const Described = z.object({ description: z.string() });

/**
 * Read once for a page. While the directory is away the page is still given, because a player who
 * has joined needs nothing of it.
 */
export const readHuntForPlayers = cache(async (slug: string): Promise<HuntHead> => {
  try {
    const live = await readHunt(slug);
    if (live === undefined) return { ...UNREAD, slug, isKnown: false };
    const { title, hash, phase, divisions = [] } = live;
    const description = await descriptionOf(hash);
    return { slug, title, isKnown: true, isOver: phase === 'ended', description, divisions };
  } catch (err) {
    logger().warn({ err, slug }, 'a hunt could not be read for its players');
    return { ...UNREAD, slug, isKnown: true };
  }
});

const UNREAD = { title: 'Treasure hunt', divisions: [] } as const;

/** Descriptions by content hash: anybody may ask for a page, and a file is large to read. */
const descriptions = new Map<string, string | undefined>();
const MOST_DESCRIPTIONS = 200;

async function descriptionOf(hash: string): Promise<string | undefined> {
  if (descriptions.has(hash)) return descriptions.get(hash);
  const body = await huntDirectory().body(hash);
  if (body === undefined) return undefined;
  const { description } = Described.parse(JSON.parse(body));
  if (descriptions.size >= MOST_DESCRIPTIONS) descriptions.clear();
  descriptions.set(hash, description.trim() || undefined);
  return descriptions.get(hash);
}
