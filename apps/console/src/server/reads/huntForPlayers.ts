/** What anybody may know of a hunt before joining it: how it is called, and what it is about. */
import { cache } from 'react';
import type { HuntHead } from '../../features/play/join/huntHead';
import { huntDirectory, logger } from '../connections';
import { contracts } from '../packages';
import { readHunt } from './hunts';

/**
 * Read once for a page. While the directory is away the page is still given, because a player who
 * has joined needs nothing of it.
 */
export const readHuntForPlayers = cache(async (slug: string): Promise<HuntHead> => {
  try {
    const live = await readHunt(slug);
    if (live === undefined) return { slug, title: 'Treasure hunt', isKnown: false };
    const { title, hash } = live;
    return { slug, title, isKnown: true, description: await descriptionOf(hash) };
  } catch (err) {
    logger().warn({ err, slug }, 'a hunt could not be read for its players');
    return { slug, title: 'Treasure hunt', isKnown: true };
  }
});

async function descriptionOf(hash: string): Promise<string | undefined> {
  const body = await huntDirectory().body(hash);
  if (body === undefined) return undefined;
  const { description } = contracts.HuntDefinition.parse(JSON.parse(body));
  return description.trim() || undefined;
}
