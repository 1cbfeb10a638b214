import { memoryStore } from '@trove/player-sdk';
import { expect, it } from 'vitest';
import { PictureShelf } from './pictureShelf';

const bytes = Uint8Array.from({ length: 20_000 }, (_, i) => i % 256);
const image = new Blob([bytes], { type: 'image/webp' });
const note = { id: 'one', clue: 'gate', team: 'herons', atMs: 7 };

it('gives back the very bytes and what was noted of them', async () => {
  const shelf = new PictureShelf(memoryStore(), 'harbour');
  await shelf.put({ ...note, image });
  const taken = await shelf.take('one');
  expect(taken).toMatchObject(note);
  expect(taken?.image.type).toBe('image/webp');
  expect(new Uint8Array((await taken?.image.arrayBuffer()) ?? new ArrayBuffer())).toEqual(bytes);
  expect(await shelf.take('two')).toBeUndefined();
});

it('tells what lies there, the oldest first, and of its own hunt alone', async () => {
  const store = memoryStore();
  const [shelf, other] = [new PictureShelf(store, 'harbour'), new PictureShelf(store, 'harbour-2')];
  await shelf.put({ ...note, image });
  await shelf.put({ ...note, id: 'zero', atMs: 3, image });
  await other.put({ ...note, image });
  expect((await shelf.notes()).map(({ id }) => id)).toEqual(['zero', 'one']);
  await shelf.clear();
  expect(await shelf.notes()).toEqual([]);
  expect(await other.notes()).toEqual([note]);
});

it('lets one tab at a time be at a picture', async () => {
  const store = memoryStore();
  const [one, two] = [new PictureShelf(store, 'harbour'), new PictureShelf(store, 'harbour')];
  const release = await one.hold('one');
  expect(await two.hold('one')).toBeUndefined();
  await release?.();
  expect(await two.hold('one')).toBeDefined();
});
