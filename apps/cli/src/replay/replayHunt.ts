/**
 * The hunt a check-in file is replayed into: its most visited places as clues, on the clock of
 * its own events. The same file always makes the same text, so a second run publishes nothing.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { stringify } from 'yaml';
import type { RankedPlace } from './placeRanking.js';

export const REPLAY_HUNT = { clues: 500, points: 10, radiusM: 50, leastMaxEvents: 10_000_000 };

const SLUG_LENGTH = 48;
const LOCAL_ID = /^[a-z0-9._-]{1,42}$/;

export interface ReplayHunt {
  readonly slug: string;
  readonly fileName: string;
  readonly rows: number;
  readonly places: readonly RankedPlace[];
  readonly names: ReadonlyMap<string, string>;
}

/** The hunt file's text. */
export function replayHuntYaml({ slug, fileName, rows, places, names }: ReplayHunt): string {
  return stringify({
    trove: 1,
    slug,
    title: `Replay of ${fileName}`.slice(0, 120),
    clock: 'events',
    maxEvents: Math.max(REPLAY_HUNT.leastMaxEvents, rows),
    clues: places.filter(isOnEarth).map(({ place, lat, lon }) => ({
      id: clueIdOf(place),
      title: names.get(place) ?? place,
      points: REPLAY_HUNT.points,
      find: { place: { id: place, lat, lon, radiusM: REPLAY_HUNT.radiusM } },
    })),
  });
}

/** A clue's id from its place's. */
export function clueIdOf(place: string): string {
  const plain = place.toLowerCase();
  if (plain === place && LOCAL_ID.test(plain)) return `place-${plain}`;
  return `place-${createHash('sha256').update(place).digest('hex').slice(0, 16)}`;
}

function isOnEarth({ lat, lon }: RankedPlace): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
}

/** `replay-<name>-<8 hex of the file's content>`: another file never meets this one's hunt. */
export async function replaySlug(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return slugOf(basename(path), hash.digest('hex').slice(0, 8));
}

/** The slug's text: the file's name up to its first dot, of the letters a slug may have. */
export function slugOf(fileName: string, hex: string): string {
  const stem = fileName.split('.')[0] ?? '';
  const room = SLUG_LENGTH - 'replay--'.length - hex.length;
  const plain = stem
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, room);
  const name = plain.replace(/^-+|-+$/g, '');
  return name === '' ? `replay-${hex}` : `replay-${name}-${hex}`;
}
