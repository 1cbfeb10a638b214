/** Photos of a hunt to be judged, and those that were. Their pictures come from PostgreSQL. */
import type { CompiledHunt } from '@trove/core';
import type { TeamPhoto, TeamPhotos } from '@trove/streams';
import { z } from 'zod';
import type { PhotoClue, PhotoRow, PhotosAnswer } from '../../../features/livePhotos/answers';
import { db, redis } from '../../connections';
import { contracts, database, streams } from '../../packages';
import { fromLedger, type Looking, lookAt } from './looking';
import { shareRead } from './shareRead';

export const PhotosQuery = z.object({ show: z.enum(['waiting', 'judged']).default('waiting') });
export const PictureQuery = z.object({ team: contracts.Name, photo: contracts.PhotoId });

/** Rows of one answer: what one looks through before asking again. */
const ROWS = 100;

/** Undefined when no hunt of this name is published. */
export async function readPhotos(
  slug: string,
  { show }: z.output<typeof PhotosQuery>,
): Promise<PhotosAnswer | undefined> {
  const looking = await lookAt(slug);
  if (looking === undefined) return undefined;
  const { photos, isCut } = await sharedPhotos(looking);
  const open = photos.filter(isToBeJudged);
  const judged = photos.filter((photo) => !isToBeJudged(photo));
  const shown = show === 'waiting' ? open.sort(byTurn) : judged.sort((a, b) => b.atMs - a.atMs);
  const page = shown.slice(0, ROWS);
  const kept = await fromLedger(database.photoStore(db()).kept(page.map(({ photo }) => photo)));
  const appealed = open.filter(({ status }) => status === 'appealed').length;
  return {
    clues: cluesOf(looking.rules, page),
    rows: page.map((photo) => rowOf(photo, kept)),
    waiting: open.length - appealed,
    appealed,
    judged: judged.length,
    isCut: isCut || shown.length > page.length,
    nowMs: looking.nowMs,
    keptDays: contracts.PHOTO_LIMITS.keptDays,
  };
}

/** The picture of a team's photo; undefined when there is none. */
export async function readPicture(
  hunt: string,
  { team, photo }: z.output<typeof PictureQuery>,
): Promise<Uint8Array | undefined> {
  return await database.photoStore(db()).read({ id: photo, hunt, team });
}

function sharedPhotos({ live }: Looking): Promise<TeamPhotos> {
  const read = () => streams.readTeamPhotos(redis(), live);
  return shareRead({ name: 'team-photos', slug: live.slug, read });
}

function isToBeJudged({ status }: TeamPhoto): boolean {
  return status === 'waiting' || status === 'appealed';
}

function byTurn(one: TeamPhoto, other: TeamPhoto): number {
  const rank = ({ status }: TeamPhoto) => (status === 'appealed' ? 0 : 1);
  return rank(one) - rank(other) || one.atMs - other.atMs;
}

function cluesOf({ clueById }: CompiledHunt, photos: readonly TeamPhoto[]): PhotoClue[] {
  return [...new Set(photos.map(({ clue }) => clue))].flatMap((id): PhotoClue[] => {
    const clue = clueById.get(id);
    if (clue === undefined) return [];
    const { title, text, points, shows, attempts } = clue;
    return [
      {
        ...{ id, title, text, points },
        ...(shows === undefined ? {} : { shows }),
        ...(attempts === undefined ? {} : { attempts }),
      },
    ];
  });
}

function rowOf(mark: TeamPhoto, kept: ReadonlySet<string> | undefined): PhotoRow {
  const { photo, team, name, clue, status, atMs, reason, appeal, points, wrong } = mark;
  return {
    ...{ photo, team, clue, status, wrong },
    submittedMs: atMs,
    ...(name === undefined ? {} : { name }),
    ...(reason === undefined ? {} : { reason }),
    ...(appeal === undefined ? {} : { appeal }),
    ...(points === undefined ? {} : { points }),
    ...(kept === undefined ? {} : { hasPicture: kept.has(photo) }),
  };
}
