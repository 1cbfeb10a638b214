/**
 * Floor plans of hunts, kept as files: a picture, and beside it where it lies. What lies beside
 * names the picture and is put in place by one rename, so that there is never half a plan.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { env } from '../../env';
import type { Plan } from '../../features/map/ground';
import type { ImageType } from './imageType';

export const Bounds = z
  .strictObject({
    west: z.number().min(-180).max(180),
    south: z.number().min(-90).max(90),
    east: z.number().min(-180).max(180),
    north: z.number().min(-90).max(90),
  })
  .refine(({ west, south, east, north }) => west < east && south < north, {
    error: 'west before east, and south before north',
  });
export type Bounds = z.infer<typeof Bounds>;

const Stored = z.strictObject({
  picture: z.uuid(),
  type: z.enum(['image/png', 'image/jpeg', 'image/webp']),
  bounds: Bounds,
});
type Stored = z.infer<typeof Stored>;

/** Undefined where a hunt has none. @param slug checked: it is part of a file's name */
export async function findPlan(slug: string): Promise<Plan | undefined> {
  const stored = await readStored(slug);
  if (!stored) return undefined;
  const url = `/api/hunts/${slug}/floor-plan?picture=${stored.picture}`;
  return { url, bounds: stored.bounds };
}

export async function readPicture(
  slug: string,
): Promise<{ readonly type: ImageType; readonly bytes: Uint8Array } | undefined> {
  const stored = await readStored(slug);
  if (!stored) return undefined;
  return { type: stored.type, bytes: await readFile(pictureFile(slug, stored.picture)) };
}

export interface NewPlan {
  readonly type: ImageType;
  readonly bytes: Uint8Array;
  readonly bounds: Bounds;
}

export async function putPlan(slug: string, { type, bytes, bounds }: NewPlan): Promise<void> {
  const before = await readStored(slug);
  const picture = randomUUID();
  await mkdir(folder(), { recursive: true });
  await writeFile(pictureFile(slug, picture), bytes);
  await writeStored(slug, { picture, type, bounds });
  if (before) await rm(pictureFile(slug, before.picture), { force: true });
}

/** False where a hunt has none. */
export async function layPlan(slug: string, bounds: Bounds): Promise<boolean> {
  const stored = await readStored(slug);
  if (stored) await writeStored(slug, { ...stored, bounds });
  return stored !== undefined;
}

/** False where a hunt has none. */
export async function removePlan(slug: string): Promise<boolean> {
  const stored = await readStored(slug);
  if (!stored) return false;
  await rm(storedFile(slug), { force: true });
  await rm(pictureFile(slug, stored.picture), { force: true });
  return true;
}

async function readStored(slug: string): Promise<Stored | undefined> {
  try {
    return Stored.parse(JSON.parse(await readFile(storedFile(slug), 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function writeStored(slug: string, stored: Stored): Promise<void> {
  const file = storedFile(slug);
  const beside = `${file}.${stored.picture}.new`;
  await writeFile(beside, JSON.stringify(stored));
  await rename(beside, file);
}

function folder(): string {
  return resolve(env().TROVE_FLOOR_PLANS);
}

function storedFile(slug: string): string {
  return join(folder(), `${slug}.json`);
}

function pictureFile(slug: string, picture: string): string {
  return join(folder(), `${slug}.${picture}`);
}
