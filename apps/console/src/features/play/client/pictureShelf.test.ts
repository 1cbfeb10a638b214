import { memoryStore } from '@trove/player-sdk';
import { expect, it } from 'vitest';
import { PictureShelf } from './pictureShelf';

const bytes = Uint8Array.from({ length: 20_000 }, (_, i) => i % 256);
const picture = new Blob([bytes], { type: 'image/webp' });

it('gives back the very bytes, and the newest of a clue', async () => {
  const shelf = new PictureShelf(memoryStore(), 'harbour');
  await shelf.put('gate', new Blob(['older'], { type: 'image/png' }));
  await shelf.put('gate', picture);
  const taken = await shelf.take('gate');
  expect(taken?.type).toBe('image/webp');
  expect(new Uint8Array((await taken?.arrayBuffer()) ?? new ArrayBuffer())).toEqual(bytes);
});

it('forgets the pictures of its own hunt and no others', async () => {
  const store = memoryStore();
  const [shelf, other] = ['harbour', 'harbour-2'].map((slug) => new PictureShelf(store, slug));
  await shelf?.put('gate', picture);
  await other?.put('gate', picture);
  await shelf?.clear();
  expect(await shelf?.take('gate')).toBeUndefined();
  expect(await other?.take('gate')).toBeDefined();
});

it('is held by one tab at a time', async () => {
  const store = memoryStore();
  const [one, two] = [new PictureShelf(store, 'harbour'), new PictureShelf(store, 'harbour')];
  const release = await one.hold('gate');
  expect(await two.hold('gate')).toBeUndefined();
  await release?.();
  expect(await two.hold('gate')).toBeDefined();
});
