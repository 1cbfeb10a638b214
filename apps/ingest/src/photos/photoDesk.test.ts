import { PHOTO_LIMITS } from '@trove/contracts';
import type { NewPhoto, PhotoStore } from '@trove/db';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { PhotoDesk } from './photoDesk.js';
import { createPhotoIds } from './photoIds.js';

const AIM = { hunt: 'harbour', team: 'herons', clue: 'gate' };
const ids = createPhotoIds('a secret');

async function uploadOf(background: string) {
  const create = { width: 30, height: 20, channels: 3, background } as const;
  return { ...AIM, player: 'ada', bytes: await sharp({ create }).png().toBuffer() };
}

/** A desk over what is kept in a map, or over a store that is away. */
function deskOver({ isAway = false, ofTeam = 0 } = {}) {
  const kept = new Map<string, NewPhoto>();
  const answer = async <T>(value: T): Promise<T> => {
    if (isAway) throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
    return value;
  };
  const store: Pick<PhotoStore, 'lookUp' | 'keep' | 'read'> = {
    async lookUp({ id }) {
      const found = kept.get(id);
      const hasRoom = ofTeam + kept.size < PHOTO_LIMITS.perTeam;
      return await answer(found === undefined ? { hasRoom } : { hasRoom, kept: found });
    },
    async keep(photo) {
      kept.set(photo.id, photo);
      return await answer(true);
    },
    read: async ({ id }) => await answer(kept.get(id)?.image),
  };
  return { desk: new PhotoDesk({ ids, store: store as PhotoStore }), kept };
}

describe('taking uploads in', () => {
  it('PH13 keeps the same upload once, and gives it to those it is for', async () => {
    const { desk, kept } = deskOver();
    const upload = await uploadOf('#123');
    const [first, again] = await Promise.all([desk.take(upload), desk.take(upload)]);
    expect(first).toMatchObject({ ok: true, size: { widthPx: 30, heightPx: 20 } });
    expect(await desk.take(upload)).toMatchObject({ ok: true });
    expect(again).toMatchObject(first);
    expect(kept.size).toBe(1);
    const id = first.ok ? first.photo : '';
    expect(await desk.read(id, AIM)).toBeInstanceOf(Uint8Array);
    expect(await desk.read(id, { ...AIM, team: 'otters' })).toBeUndefined();
  });

  it('PH12 says when to come again while PostgreSQL is away', async () => {
    const { desk } = deskOver({ isAway: true });
    const away = { code: 'not_ready', retryAfterMs: expect.any(Number) };
    const upload = await uploadOf('#456');
    expect(await desk.take(upload)).toMatchObject({ ok: false, error: away });
    expect(await desk.read(ids.of(upload.bytes, AIM), AIM)).toMatchObject(away);
  });

  it('PH12 takes no more of a team than it may have, but what it has', async () => {
    const { desk } = deskOver({ ofTeam: PHOTO_LIMITS.perTeam - 1 });
    const last = await uploadOf('#789');
    expect(await desk.take(last)).toMatchObject({ ok: true });
    expect(await desk.take(await uploadOf('#abc'))).toMatchObject({
      ok: false,
      error: { code: 'too_many_photos' },
    });
    expect(await desk.take(last)).toMatchObject({ ok: true });
  });

  it('PH12 goes on after what was no photo', async () => {
    const { desk } = deskOver();
    const wrong = { ...AIM, player: 'ada', bytes: Buffer.from('no picture') };
    const good = await uploadOf('#def');
    const answers = await Promise.all([desk.take(wrong), desk.take(good)]);
    expect(answers.map(({ ok }) => ok)).toEqual([false, true]);
  });
});
