/** Pictures of photo clues. What became of one is its hunt's partition's to know. */
import { PHOTO_LIMITS } from '@trove/contracts';
import type { Db } from '../createDb.js';
import { DB_LIMITS } from '../limits.js';
import { loadSql } from '../loadSql.js';

export interface NewPhoto extends PhotoSize {
  /** By the upload's content, the hunt, the team and the clue. */
  readonly id: string;
  readonly hunt: string;
  readonly team: string;
  readonly clue: string;
  readonly player: string;
  readonly image: Uint8Array;
}

export interface PhotoSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

export type PhotoPlace = Pick<NewPhoto, 'id' | 'hunt' | 'team'>;

export interface PhotoStore {
  /** Its size when it is kept already, and whether its team may keep another. */
  lookUp(place: PhotoPlace): Promise<{ readonly kept?: PhotoSize; readonly hasRoom: boolean }>;
  /** True when it is kept now, or was before; false when its team has as many as it may. */
  keep(photo: NewPhoto): Promise<boolean>;
  /** Undefined when there is none of this hunt and team, or its time is over. */
  read(place: PhotoPlace): Promise<Uint8Array | undefined>;
  /** Which of these are still there. */
  kept(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Deletes some of those whose time is over; answers how many. */
  forget(): Promise<number>;
}

const SQL = {
  insert: loadSql('insertPhoto'),
  lookUp: loadSql('lookUpPhoto'),
  forget: loadSql('forgetPhotos'),
};

interface LookedUp {
  readonly ofTeam: number;
  readonly widthPx: number | null;
  readonly heightPx: number | null;
}

export function photoStore({ pool, prisma }: Db): PhotoStore {
  const lookUp: PhotoStore['lookUp'] = async ({ id, hunt, team }) => {
    const { rows } = await pool.query<LookedUp>(SQL.lookUp, [id, hunt, team]);
    const { ofTeam = 0, widthPx = null, heightPx = null } = rows[0] ?? {};
    const hasRoom = ofTeam < PHOTO_LIMITS.perTeam;
    return widthPx === null || heightPx === null
      ? { hasRoom }
      : { hasRoom, kept: { widthPx, heightPx } };
  };
  return {
    lookUp,
    async keep(photo) {
      const { rowCount } = await pool.query(SQL.insert, valuesOf(photo));
      return rowCount === 1 || (await lookUp(photo)).kept !== undefined;
    },
    async read({ id, hunt, team }) {
      const found = await prisma.photo.findFirst({
        where: { id, hunt, team },
        select: { image: true },
      });
      return found?.image;
    },
    async kept(ids) {
      const found = await prisma.photo.findMany({
        where: { id: { in: ids.slice(0, DB_LIMITS.page) } },
        select: { id: true },
      });
      return new Set(found.map(({ id }) => id));
    },
    async forget() {
      const bounds = [PHOTO_LIMITS.keptDays, DB_LIMITS.forgottenPhotos];
      return (await pool.query(SQL.forget, bounds)).rowCount ?? 0;
    },
  };
}

/** The order of insertPhoto.sql's parameters. */
function valuesOf(photo: NewPhoto): unknown[] {
  const { id, hunt, team, clue, player, image, widthPx, heightPx } = photo;
  const bytes = Buffer.from(image.buffer, image.byteOffset, image.byteLength);
  return [id, hunt, team, clue, player, bytes, widthPx, heightPx, PHOTO_LIMITS.perTeam];
}
