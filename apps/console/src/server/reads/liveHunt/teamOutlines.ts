/** All teams of a hunt at a glance. */
import type { LiveHunt } from '@trove/contracts';
import type { TeamOutline } from '@trove/streams';
import { redis } from '../../connections';
import { streams } from '../../packages';
import { shareRead } from './shareRead';

/** By id; a second old at most. */
export function teamOutlines(live: LiveHunt): Promise<ReadonlyMap<string, TeamOutline>> {
  return shareRead({
    name: 'team-outlines',
    slug: live.slug,
    read: () => streams.readTeamOutlines(redis(), live),
  });
}
