import { memoryStore, type PlayerStore, type Sent, TroveError } from '@trove/player-sdk';
import { expect, it } from 'vitest';
import { NO_SIGNAL } from './joinPlay';
import { PictureSender, type Sender } from './pictureSender';
import { PictureShelf } from './pictureShelf';
import { type Submission, withoutSubmission, withRefused, withSubmission } from './submission';

const SENT: Sent = {
  ok: true,
  id: 'event',
  acked: Promise.resolve({ ack: 'appended' }),
  result: Promise.resolve(undefined),
};

function refusing(code: 'too_large' | 'token_expired' | 'busy'): () => Promise<Sent> {
  return () => Promise.reject(new TroveError({ code, title: '', detail: '', status: 400 }));
}

/** A phone with a shelf: whose pictures are on the way, and what was said of them. */
function phone(store: PlayerStore = memoryStore()) {
  const shelf = new PictureShelf(store, 'harbour');
  const seen = { list: [] as readonly Submission[], sent: [] as string[], uploads: [] as string[] };
  const air = { isLive: true, team: 'herons', answer: async (): Promise<Sent> => SENT };
  const player: Sender['player'] = {
    get connection() {
      return air.isLive ? ('live' as const) : ('offline' as const);
    },
    submitPhoto: async (_clue, image) => {
      seen.uploads.push(image instanceof Blob ? await image.text() : '');
      return await air.answer();
    },
  };
  let now = player;
  const sender = new PictureSender({
    shelf,
    sender: () => ({ team: air.team, player: now }),
    submissions: () => seen.list,
    waits: (one) => {
      seen.list = withSubmission(seen.list, one);
    },
    sent: (_, { id, clue = '' }) => {
      seen.sent.push(clue);
      seen.list = withoutSubmission(seen.list, id);
    },
    refused: ({ id }, says) => {
      seen.list = withRefused(seen.list, id, says);
    },
  });
  const becomesAnother = () => {
    now = { ...player };
  };
  return { shelf, seen, air, sender, becomesAnother };
}

const picture = (text: string) => new Blob([text], { type: 'image/jpeg' });

it('sends at once where there is a signal, and keeps nothing', async () => {
  const { shelf, seen, sender } = phone();
  expect(await sender.submit('gate', picture('a'))).toBeUndefined();
  await expect.poll(() => seen.sent).toEqual(['gate']);
  await expect.poll(() => shelf.notes()).toEqual([]);
  expect(seen.list).toEqual([]);
});

it('keeps what finds no signal, and sends it in the order in which it was taken', async () => {
  const { shelf, seen, air, sender } = phone();
  air.isLive = false;
  for (const text of ['first', 'second']) await sender.submit('gate', picture(text));
  expect(seen.list.map(({ progress }) => progress)).toEqual(['waiting', 'waiting']);
  air.isLive = true;
  await sender.sendWaiting();
  await expect.poll(() => seen.uploads).toEqual(['first', 'second']);
  await expect.poll(() => shelf.notes()).toEqual([]);
});

it('goes on waiting when the pass runs out, and ends when the picture is refused', async () => {
  const { shelf, seen, air, sender } = phone();
  air.answer = refusing('token_expired');
  await sender.submit('gate', picture('a'));
  await expect.poll(() => seen.uploads).toHaveLength(1);
  expect(seen.list[0]?.progress).toBe('waiting');
  air.answer = refusing('too_large');
  await expect
    .poll(async () => {
      await sender.sendWaiting();
      return seen.list[0]?.progress;
    })
    .toBe('refused');
  expect(await shelf.notes()).toEqual([]);
});

it('gives no picture to another team, and nothing to who plays here after', async () => {
  const { shelf, seen, air, sender, becomesAnother } = phone();
  air.isLive = false;
  await sender.submit('gate', picture('a'));
  Object.assign(air, { isLive: true, team: 'otters' });
  await sender.sendWaiting();
  await expect.poll(() => seen.list[0]?.refusal ?? '').toContain('another team');
  expect(seen.uploads).toEqual([]);

  Object.assign(air, { team: 'herons', answer: refusing('busy') });
  const answer = air.answer;
  air.answer = () => {
    becomesAnother();
    return answer();
  };
  await sender.submit('arch', picture('b'));
  await expect.poll(() => seen.uploads).toEqual(['b']);
  await expect.poll(async () => (await shelf.notes()).map(({ clue }) => clue)).toEqual(['arch']);
  expect(seen.sent).toEqual([]);
});

it('finds what an earlier page has left, and says so where it is gone', async () => {
  const store = memoryStore();
  const before = phone(store);
  before.air.isLive = false;
  await before.sender.submit('gate', picture('a'));
  const after = phone(store);
  await after.sender.restore();
  expect(after.seen.list).toMatchObject([{ clue: 'gate', progress: 'waiting', isPicture: true }]);
  await before.shelf.clear();
  await after.sender.sendWaiting();
  expect(after.seen.list[0]?.refusal).toContain('not on this phone any more');
});

it('keeps five at most, and needs a signal where the device keeps none', async () => {
  const full = phone();
  full.air.isLive = false;
  for (let i = 0; i < 5; i += 1) await full.sender.submit(`clue-${i}`, picture('a'));
  expect(await full.sender.submit('gate', picture('a'))).toContain('no more photos');

  const forgetful = phone({ ...memoryStore(), write: () => Promise.reject(new Error('no room')) });
  forgetful.air.isLive = false;
  expect(await forgetful.sender.submit('gate', picture('a'))).toBe(NO_SIGNAL);
  forgetful.air.isLive = true;
  expect(await forgetful.sender.submit('gate', picture('a'))).toBeUndefined();
  expect(forgetful.seen.sent).toEqual(['gate']);
});
