import { randomFillSync } from 'node:crypto';
import { PHOTO_LIMITS } from '@trove/contracts';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { makeSmall } from './makeSmall.js';

type Format = 'jpeg' | 'png' | 'webp' | 'tiff' | 'gif';

function plain(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: '#3a7' } });
}

async function pictureOf(format: Format, width = 60, height = 40): Promise<Buffer> {
  return await plain(width, height).toFormat(format).toBuffer();
}

async function made(upload: Uint8Array) {
  const answer = await makeSmall(upload);
  if (!answer.ok) throw new Error(answer.error.detail);
  return { ...answer.photo, metadata: await sharp(answer.photo.image).metadata() };
}

describe('making a photo small', () => {
  it.each<Format>(['jpeg', 'png', 'webp'])('PH14 keeps a %s as a WebP', async (format) => {
    const { metadata, widthPx, heightPx } = await made(await pictureOf(format));
    expect(metadata.format).toBe('webp');
    expect([widthPx, heightPx]).toEqual([60, 40]);
  });

  it('PH14 bounds its edges, turns it upright and takes away where it was taken', async () => {
    const exif = { IFD0: { Copyright: 'ada' }, IFD3: { GPSLatitude: '53/1 33/1 0/1' } };
    const upload = plain(4_000, 3_000).jpeg().withExif(exif).withMetadata({ orientation: 6 });
    const bytes = await upload.toBuffer();
    expect((await sharp(bytes).metadata()).exif).toBeDefined();
    const { metadata, widthPx, heightPx, image } = await made(bytes);
    expect([widthPx, heightPx]).toEqual([1_200, 1_600]);
    expect(metadata.exif).toBeUndefined();
    expect(metadata.orientation).toBeUndefined();
    expect(image.includes('ada')).toBe(false);
  });

  it('PH14 packs harder what would weigh too much', async () => {
    const size = 1_700;
    const noise = randomFillSync(Buffer.alloc(size * size * 3));
    const raw = { width: size, height: size, channels: 3 } as const;
    const upload = await sharp(noise, { raw }).jpeg({ quality: 95 }).toBuffer();
    expect((await made(upload)).image.length).toBeLessThanOrEqual(PHOTO_LIMITS.keptBytes);
  });

  it('PH12 refuses a bomb by what it says of itself', async () => {
    const bomb = await sharp({
      create: { width: 16_000, height: 8_000, channels: 3, background: '#000' },
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(2_000_000);
    expect(await makeSmall(bomb)).toMatchObject({
      ok: false,
      error: { code: 'too_large' },
    });
  });

  it.each<[string, () => Promise<Uint8Array>]>([
    ['no picture', async () => Buffer.from('GIF89a, or so it says')],
    ['nothing', async () => Buffer.alloc(0)],
    ['a drawing', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a TIFF', () => pictureOf('tiff')],
    ['a GIF', () => pictureOf('gif')],
    ['half a JPEG', async () => (await pictureOf('jpeg', 900, 900)).subarray(0, 900)],
  ])('PH12 refuses %s', async (_, upload) => {
    expect(await makeSmall(await upload())).toMatchObject({
      ok: false,
      error: { code: 'not_a_photo' },
    });
  });
});
