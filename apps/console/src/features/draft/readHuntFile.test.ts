import { HUNT_LIMITS } from '@trove/contracts/hunt-limits';
import { describe, expect, it } from 'vitest';
import { readHuntFile } from './readHuntFile';

describe('a file that is chosen', () => {
  it('is read as text up to what a hunt file may have', async () => {
    const text = 'trove: 1\n';
    const read = await readHuntFile(new File([text], 'pier.yaml'));
    expect(read).toEqual({ isRead: true, name: 'pier.yaml', text });
    const most = new File([new Uint8Array(HUNT_LIMITS.fileBytes)], 'most.yaml');
    expect(await readHuntFile(most)).toMatchObject({ isRead: true });
  });

  it('is refused above that, with both sizes', async () => {
    const bytes = new Uint8Array(HUNT_LIMITS.fileBytes + 1);
    expect(await readHuntFile(new File([bytes], 'film.mp4'))).toEqual({
      isRead: false,
      says: 'film.mp4 has 1.1 MB; a hunt file has at most 1 MB. Nothing was read.',
    });
  });
});
