import { PhotoId } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { createPhotoIds } from './photoIds.js';

const ids = createPhotoIds('a secret of the installation');
const AIM = { hunt: 'harbour', team: 'herons', clue: 'gate' };
const bytes = (text: string) => new TextEncoder().encode(text);

describe('ids of photos', () => {
  const id = ids.of(bytes('a picture'), AIM);

  it('PH13 follow from the upload and from what it is for, so that a repeat is the same', () => {
    expect(PhotoId.safeParse(id).success).toBe(true);
    expect(ids.of(bytes('a picture'), { ...AIM })).toBe(id);
    expect(createPhotoIds('a secret of the installation').of(bytes('a picture'), AIM)).toBe(id);
    expect(ids.of(bytes('another'), AIM)).not.toBe(id);
    expect(ids.isOwn(id, AIM)).toBe(true);
  });

  it.each([
    ['hunt', { ...AIM, hunt: 'museum' }],
    ['team', { ...AIM, team: 'otters' }],
    ['clue', { ...AIM, clue: 'shed' }],
  ])('PH13 are of no other %s', (_, aim) => {
    expect(ids.of(bytes('a picture'), aim)).not.toBe(id);
    expect(ids.isOwn(id, aim)).toBe(false);
  });

  it('PH13 can be made by nobody who lacks the secret', () => {
    const forged = createPhotoIds('another secret').of(bytes('a picture'), AIM);
    expect(forged.slice(0, 32)).toBe(id.slice(0, 32));
    for (const strange of [forged, '', 'a'.repeat(64), `${id}0`, `${id.slice(0, 63)}é`]) {
      expect(ids.isOwn(strange, AIM)).toBe(false);
    }
  });
});
