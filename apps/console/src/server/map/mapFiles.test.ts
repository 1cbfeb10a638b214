/** What is let in as a picture, what is read of a body, and which part of a file is asked for. */
import { describe, expect, it } from 'vitest';
import { byteRange } from './byteRange';
import { imageType } from './imageType';
import { MAP_LIMITS } from './limits';
import { readBounded } from './readBounded';

describe('pictures', () => {
  it.each([
    [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0], 'image/png'],
    [[0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
    [[...Buffer.from('RIFF....WEBPVP8 ')], 'image/webp'],
    [[...Buffer.from('RIFF....WAVE')], undefined],
    [[...Buffer.from('<svg xmlns=')], undefined],
    [[], undefined],
  ])('%# are known by how they begin', (bytes, type) => {
    expect(imageType(Uint8Array.from(bytes))).toBe(type);
  });
});

describe('bodies', () => {
  const body = (bytes: number) => new Blob([new Uint8Array(bytes)]).stream();

  it('are read whole up to the bound', async () => {
    expect((await readBounded(body(1_000), 1_000))?.byteLength).toBe(1_000);
    expect((await readBounded(null, 10))?.byteLength).toBe(0);
  });

  it('are let go beyond it', async () => {
    expect(await readBounded(body(1_001), 1_000)).toBeUndefined();
  });
});

describe('ranges', () => {
  it.each([
    ['bytes=0-9', { first: 0, last: 9 }],
    ['bytes=90-', { first: 90, last: 99 }],
    ['bytes=-10', { first: 90, last: 99 }],
    ['bytes=50-5000', { first: 50, last: 99 }],
    ['bytes=100-', undefined],
    ['bytes=9-5', undefined],
    ['bytes=-', undefined],
    ['bytes=0-1,5-6', undefined],
    [null, undefined],
  ])('%s of 100 bytes', (header, range) => expect(byteRange(header, 100)).toEqual(range));

  it('are bounded', () => {
    expect(byteRange('bytes=0-', 1e12)).toEqual({ first: 0, last: MAP_LIMITS.rangeBytes - 1 });
  });
});
