/** Reads of suspected events: those that operators may settle, and what they have found of them. */
import type { LiveHunt } from '@trove/contracts';
import { z } from 'zod';
import type { EarlierAnswer, SuspectsAnswer } from '../../features/fairPlay/answers';
import { shownSuspects } from '../../features/fairPlay/shownSuspects';
import { db, huntDirectory, redis } from '../connections';
import { contracts, database, streams } from '../packages';
import { readHunt } from './hunts';
import { shareRead } from './liveHunt/shareRead';
import { withNames } from './nameEvents';

export const SuspectsQuery = z.object({
  hunt: contracts.HuntSlug.optional(),
  /** Absent: of every team. */
  team: contracts.Name.optional(),
});

export async function readSuspected({
  hunt,
  team,
}: z.output<typeof SuspectsQuery>): Promise<SuspectsAnswer> {
  const { suspects, lapsed, isCut } = await shareRead({
    name: `suspects ${team ?? ''}`,
    slug: hunt ?? '',
    read: async () => streams.readSuspects(redis(), { hunts: await huntsOf(hunt), team }),
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

export const EarlierQuery = z.object({
  hunt: contracts.HuntSlug,
  team: contracts.Name,
  /** Only those that stand before this place. */
  before: z.coerce.number().int().min(0).default(Number.MAX_SAFE_INTEGER),
});

/** Rows of one answer. */
const PAGE = 50;

/** Those of a team that have made room for later ones, from the ledger. */
export async function readEarlier({
  hunt,
  team,
  before,
}: z.output<typeof EarlierQuery>): Promise<EarlierAnswer> {
  const live = await readHunt(hunt);
  if (live === undefined) return { earlier: [], next: undefined };
  const { suspects, takenBack } = await streams.readTeamWatch(redis(), live, { team });
  // One more than is shown, and room for those that are remembered and so are listed elsewhere.
  const limit = PAGE + 1 + suspects.size;
  const ledger = database.ledgerReads(db());
  const rows = (await ledger.suspected({ hunt, team, before, limit })).filter(
    ({ position }) => !suspects.has(position),
  );
  const shown = rows.slice(0, PAGE).map(({ occurredAt, ...row }) => {
    const isTakenBack = takenBack.has(row.position);
    return { ...row, hunt, team, timeMs: occurredAt.getTime(), isTakenBack };
  });
  return {
    earlier: await withNames(shown, (one) => one),
    next: rows.length > PAGE ? shown.at(-1)?.position : undefined,
  };
}
