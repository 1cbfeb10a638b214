/** Versions of a hunt, what differs between two of them or a draft, and whom a change meets. */
import type { HuntDefinition } from '@trove/contracts';
import { z } from 'zod';
import type { AffectedPlay, DiffAnswer, VersionsAnswer } from '../../features/versions/answers';
import { db, redis } from '../connections';
import { contracts, core, database, streams } from '../packages';
import { affectedClues, type ClueChange } from './affectedClues';
import { readHunt } from './hunts';

export async function readVersions(slug: string): Promise<VersionsAnswer> {
  const [versions, live, republication] = await Promise.all([
    database.huntReads(db()).versions(slug),
    readHunt(slug),
    database.republicationReads(db()).newest(slug),
  ]);
  return {
    live: live?.version,
    ...(republication && { republication }),
    versions: versions.map(({ version, title, publishedBy, publishedAt, hash }) => ({
      ...{ version, title, publishedBy, hash },
      publishedAt: publishedAt.toISOString(),
    })),
  };
}

const side = z.union([z.literal('draft'), z.coerce.number().int().min(0)]);
export const DiffQuery = z.object({ from: side, to: side });
type Side = z.output<typeof side>;

/** Undefined when one of the two is not there. */
export async function readDiff(
  slug: string,
  { from, to }: z.output<typeof DiffQuery>,
): Promise<DiffAnswer | undefined> {
  const [one, other] = await Promise.all([sideOf(slug, from), sideOf(slug, to)]);
  if (one === undefined || other === undefined) return undefined;
  if (other.hunt === undefined) return { isSound: false };
  const before = one.hunt ?? emptyOf(other.hunt);
  const { changes, says } = core.diffHunts(before, other.hunt);
  const paths = changes.map(({ path }) => path);
  const [affected, isPublished] = await Promise.all([
    affectedBy(slug, { before, after: other.hunt, paths }),
    database.huntReads(db()).hasText(slug, other.source),
  ]);
  return { isSound: true, changes, says, affected, isPublished };
}

interface Sided {
  readonly source: string;
  /** Undefined for a file with mistakes. */
  readonly hunt: HuntDefinition | undefined;
}

/** A version or the draft; version 0 is the empty one before the first. */
async function sideOf(slug: string, which: Side): Promise<Sided | undefined> {
  if (which === 0) return { source: '', hunt: undefined };
  if (which === 'draft') {
    const draft = await database.draftStore(db()).find(slug);
    if (!draft) return undefined;
    const read = core.parseHuntFile(draft.source);
    return { source: draft.source, hunt: read.ok ? read.definition : undefined };
  }
  const version = await database.huntReads(db()).version(slug, which);
  if (!version) return undefined;
  // As it was published: its file may have what is a mistake only since.
  const hunt = contracts.HuntDefinition.parse(JSON.parse(version.body));
  return { source: version.source, hunt };
}

/** What a first version is compared with: its own name and nothing in it. */
function emptyOf(hunt: HuntDefinition): HuntDefinition {
  const { trove, slug, clock, maxEvents } = hunt;
  const nothing = { title: '', description: '', clues: [], badges: [], rules: [] };
  return { trove, slug, clock, maxEvents, ...nothing };
}

/** Nothing while Redis is away or before anybody has played. */
async function affectedBy(slug: string, change: ClueChange): Promise<AffectedPlay | undefined> {
  const live = await readHunt(slug);
  if (!live) return undefined;
  const { hunt, teams } = await streams.readHuntPlay(redis(), live);
  return { teams, clues: hunt ? affectedClues(change, hunt.solves) : [] };
}
