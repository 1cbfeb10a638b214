/**
 * Makes an upload into what is kept: a WebP of bounded size, upright, without metadata. Only the
 * three loaders of what may be uploaded are open to it, and one picture is worked on at a time, on
 * a thread of its own.
 */
import { PHOTO_LIMITS, type Problem, problem } from '@trove/contracts';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { INTAKE_LIMITS } from './limits.js';

export interface SmallPhoto {
  readonly image: Buffer;
  readonly widthPx: number;
  readonly heightPx: number;
}

export type Made =
  | { readonly ok: true; readonly photo: SmallPhoto }
  | { readonly ok: false; readonly error: Problem };

const LOADERS = ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'];
const FORMATS: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp']);

sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: LOADERS });
sharp.cache(false);
sharp.concurrency(INTAKE_LIMITS.threads);

/** Never rejects for what the bytes hold: whatever can't be read is told to be no photo. */
export async function makeSmall(upload: Uint8Array): Promise<Made> {
  const metadata = await tried(async () => await sharp(upload, UNBOUND).metadata());
  if (metadata === undefined) return notAPhoto('it can not be read as a JPEG, PNG or WebP');
  const fault = faultOf(metadata);
  if (fault !== undefined) return fault;
  for (const packing of INTAKE_LIMITS.packings) {
    const photo = await tried(() => pack(upload, packing));
    if (photo === undefined) return notAPhoto('it is damaged');
    if (photo.image.length <= PHOTO_LIMITS.keptBytes) return { ok: true, photo };
  }
  return { ok: false, error: problem('too_large', 'it can not be made small enough') };
}

/** To read what a picture says of itself, none of which is unfolded for that. */
const UNBOUND = { limitInputPixels: false } as const;

function open(upload: Uint8Array): Sharp {
  const options = { limitInputPixels: PHOTO_LIMITS.uploadPixels, sequentialRead: true } as const;
  return sharp(upload, { ...options, failOn: 'error' });
}

function faultOf({ format, width, height }: Metadata): Made | undefined {
  if (!FORMATS.has(format)) return notAPhoto('it is no JPEG, PNG or WebP');
  if (width * height <= PHOTO_LIMITS.uploadPixels) return undefined;
  const most = PHOTO_LIMITS.uploadPixels / 1e6;
  const detail = `${width} × ${height} pixels; at most ${most} million are taken`;
  return { ok: false, error: problem('too_large', detail) };
}

type Packing = (typeof INTAKE_LIMITS.packings)[number];

async function pack(upload: Uint8Array, { quality, edgeShare }: Packing): Promise<SmallPhoto> {
  const edge = Math.round(PHOTO_LIMITS.keptEdgePx * edgeShare);
  const { data, info } = await open(upload)
    .autoOrient()
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
    .webp({ quality, effort: 2 })
    .timeout({ seconds: INTAKE_LIMITS.makeMs / 1_000 })
    .toBuffer({ resolveWithObject: true });
  return { image: data, widthPx: info.width, heightPx: info.height };
}

function notAPhoto(detail: string): Made {
  return { ok: false, error: problem('not_a_photo', detail) };
}

/** What libvips throws is about the bytes it was given, and there is nothing else to be told. */
async function tried<T>(make: () => Promise<T>): Promise<T | undefined> {
  try {
    return await make();
  } catch {
    return undefined;
  }
}
