/** Reads of hunts as the doors and workers see them, and of their boards. */
import type { LiveHunt } from '@trove/contracts';
import { z } from 'zod';
import type { BoardAnswer, HuntsAnswer } from '../../features/hunts/answers';
import type { LiveHuntView } from '../../live/messages';
import { db, huntDirectory, redis } from '../connections';
import { nextOpenings } from '../drafts/openings';
import { contracts, core, database, streams } from '../packages';

const BOARD_ROWS = 100;

export const BoardQuery = z.object({ division: contracts.LocalId.optional() });

export async function readHunts(): Promise<HuntsAnswer> {
  const hunts = await huntDirectory().list();
  const [clocks, openings] = await Promise.all([
    streams.readHuntClocks(redis(), hunts),
    nextOpenings(
      hunts.map(({ slug, version }) => ({ slug, kind: 'version', number: version })),
      Date.now(),
    ),
  ]);
  return {
    hunts: hunts.map((live, i) => {
      const listed = { ...viewOf(live), opensMs: openings[i] };
      const clock = clocks[i];
      return clock === undefined ? listed : { ...listed, clock };
    }),
  };
}

/** Undefined when no hunt of this name is published. */
export async function readHunt(slug: string): Promise<LiveHunt | undefined> {
  return contracts.HuntSlug.safeParse(slug).success ? huntDirectory().get(slug) : undefined;
}

/** Undefined when there is neither a published hunt nor a draft of this name. */
export async function readHeadOfHunt(slug: string) {
  const live = await readHunt(slug);
  if (live) return { title: live.title, isPublished: true };
  if (!contracts.HuntSlug.safeParse(slug).success) return undefined;
  const draft = await database.draftStore(db()).find(slug);
  return draft && { title: draft.title, isPublished: false };
}

/** Undefined when no hunt of this name is published. */
export async function readHuntBoard(
  slug: string,
  { division }: z.output<typeof BoardQuery>,
): Promise<BoardAnswer | undefined> {
  const live = await readHunt(slug);
  if (!live) return undefined;
  const options = { limit: BOARD_ROWS, division };
  const { rows, offset } = await streams.readBoard(redis(), live, options);
  return { hunt: viewOf(live), offset, rows, divisions: live.divisions ?? [] };
}

/** A hunt as lists show it, with the phase that is in force. */
export function viewOf(live: LiveHunt): LiveHuntView {
  const { slug, title, version, partition } = live;
  return { slug, title, version, partition, phase: core.phaseAt(live, Date.now()) };
}
