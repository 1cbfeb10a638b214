/**
 * Ids of photos: half of one says what was uploaded, the other half, which nobody else can make,
 * for which hunt, team and clue. So a door sees at once whether a photo is its sender's own, and
 * the same upload always has the same id.
 */
import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { PhotoId } from '@trove/contracts';

/** What a photo is for. */
export interface PhotoAim {
  readonly hunt: string;
  readonly team: string;
  readonly clue: string;
}

export interface PhotoIds {
  /** The id of an upload, by its bytes as they came. */
  of(upload: Uint8Array, aim: PhotoAim): PhotoId;
  /** Whether a door of this installation has made the id for this hunt, team and clue. */
  isOwn(id: string, aim: PhotoAim): boolean;
}

/** Hexadecimal digits of either half: 128 bits. */
const HALF = 32;
const KEY_BYTES = 32;

/** @param secret the installation's; the key is one that nothing else is signed with */
export function createPhotoIds(secret: string): PhotoIds {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'trove photo ids 1', KEY_BYTES));
  // No name holds a line break, so that no two aims are written alike.
  const sealOf = (content: string, { hunt, team, clue }: PhotoAim) => {
    const text = [content, hunt, team, clue].join('\n');
    return createHmac('sha256', key).update(text).digest('hex').slice(0, HALF);
  };
  return {
    of(upload, aim) {
      const content = createHash('sha256').update(upload).digest('hex').slice(0, HALF);
      return content + sealOf(content, aim);
    },
    isOwn(id, aim) {
      if (id.length !== 2 * HALF) return false;
      const expected = Buffer.from(sealOf(id.slice(0, HALF), aim));
      const given = Buffer.from(id.slice(HALF));
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
  };
}
