/** Reads of suspected events: those that operators may settle, and what they have found of them. */
import type { LiveHunt } from '@trove/contracts';
import { z } from 'zod';
import type { SuspectsAnswer } from '../../features/fairPlay/answers';
import { shownSuspects } from '../../features/fairPlay/shownSuspects';
import { huntDirectory, redis } from '../connections';
import { contracts, streams } from '../packages';
import { readHunt } from './hunts';
import { shareRead } from './liveHunt/shareRead';
import { withNames } from './nameEvents';

export const SuspectsQuery = z.object({ hunt: contracts.HuntSlug.optional() });

export async function readSuspected({
  hunt,
}: z.output<typeof SuspectsQuery>): Promise<SuspectsAnswer> {
  const { suspects, lapsed, isCut } = await shareRead({
    name: 'suspects',
    slug: hunt ?? '',
    read: async () => streams.readSuspects(redis(), { hunts: await huntsOf(hunt) }),
  });
  return {
    suspected: await withNames(shownSuspects(suspects), (suspect) => suspect),
    all: suspects.length,
    open: suspects.filter(({ standing }) => standing === undefined).length,
    lapsed: await withNames(lapsed, (one) => one),
    isCut,
  };
}

async function huntsOf(hunt: string | undefined): Promise<readonly LiveHunt[]> {
  if (hunt === undefined) return await huntDirectory().list();
  const live = await readHunt(hunt);
  return live === undefined ? [] : [live];
}
