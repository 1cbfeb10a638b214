/** Versions of a hunt, what differs between two of them or a draft, and whom a change meets. */
import type { HuntDefinition } from '@trove/contracts';
import { z } from 'zod';
import type { AffectedPlay, DiffAnswer, VersionsAnswer } from '../../features/versions/answers';
import { db, redis } from '../connections';
import { core, database, streams } from '../packages';
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
  const sources = await Promise.all([sourceOf(slug, from), sourceOf(slug, to)]);
  if (sources[0] === undefined || sources[1] === undefined) return undefined;
  const [one, other] = [definitionOf(sources[0]), definitionOf(sources[1])];
  if (other === undefined) return { isSound: false };
  const before = one ?? emptyOf(other);
  const { changes, says } = core.diffHunts(before, other);
  const paths = changes.map(({ path }) => path);
  const [affected, isPublished] = await Promise.all([
    affectedBy(slug, { before, after: other, paths }),
    database.huntReads(db()).hasText(slug, sources[1]),
  ]);
  return { isSound: true, changes, says, affected, isPublished };
}

/** The file of a version or of the draft; version 0 is the empty one before the first. */
async function sourceOf(slug: string, which: Side): Promise<string | undefined> {
  if (which === 0) return '';
  if (which === 'draft') return (await database.draftStore(db()).find(slug))?.source;
  return (await database.huntReads(db()).version(slug, which))?.source;
}

function definitionOf(source: string): HuntDefinition | undefined {
  const read = core.parseHuntFile(source);
  return read.ok ? read.definition : undefined;
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
