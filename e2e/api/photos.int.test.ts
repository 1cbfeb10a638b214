/** Photos from their upload to their points, and everything that is refused on the way. */
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { createDb, type Db, ledgerReads, photoStore } from '@trove/db';
import { createPlayer, joinHunt, type Player, type Session } from '@trove/player-sdk';
import { connectRedis, createHuntDirectory, readTeamPhotos, type TroveRedis } from '@trove/streams';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, call, openApi } from './installation.js';
import { bomb, clueOf, FILE, HUNT, PATH, picture, resultOf, submitted } from './photos.fixture.js';

let api: Api;
let db: Db;
let redis: TroveRedis;
const players: Player[] = [];

beforeAll(async () => {
  api = await openApi(15);
  db = createDb(api.databaseUrl);
  redis = connectRedis(api.redisUrl, { name: 'photos-test' });
  const body = JSON.stringify(FILE);
  await call(api.url, `PUT /v1/hunts/${HUNT}`, { token: api.token, body });
});
afterAll(async () => {
  for (const player of players) player.close();
  redis.disconnect();
  await db.close();
  await api.close();
});

async function join(team: string): Promise<{ player: Player; session: Session }> {
  const who = { hunt: HUNT, code: 'cheese', playerId: randomUUID(), teamName: team };
  const session = await joinHunt({ url: api.url, ...who });
  const player = await createPlayer({ url: api.url, session });
  players.push(player);
  return { player, session };
}

async function upload({ token }: Session, body: BodyInit, type = 'image/jpeg') {
  return await call(api.url, `POST ${PATH}`, { token, body, type });
}

async function operate(type: string, data: object) {
  const body = JSON.stringify({ type, data });
  return await call(api.url, `POST /v1/hunts/${HUNT}/operations`, { token: api.token, body });
}

describe('a photo', () => {
  it('PH4 PH5 PH6 is rejected, appealed, accepted and turned, for team and ledger', async () => {
    const { player } = await join('herons');
    const photo = await submitted(player, '#123456');
    const data = { team: 'herons', clue: 'gate', photo };
    const why = { reason: 'Nobody is in it.' };
    const rejected = await operate('photo.judged.v1', { ...data, as: 'rejected', ...why });
    expect(rejected.body).toMatchObject({ verdict: 'wrong', photo: { as: 'rejected', ...why } });
    expect(await clueOf(player)).toMatchObject({
      status: 'open',
      photo: { status: 'rejected', ...why, canAppeal: true },
    });
    const appealed = await resultOf(player.appealPhoto('gate', 'We are, in the back.'));
    expect(appealed).toMatchObject({ verdict: 'waiting' });
    const accepted = await operate('photo.judged.v1', { ...data, as: 'accepted' });
    expect(accepted.body).toMatchObject({ verdict: 'solved', points: 20, score: 20 });
    expect(await clueOf(player)).toMatchObject({ status: 'solved', photo: { status: 'accepted' } });
    const turned = await operate('photo.judged.v1', { ...data, as: 'rejected', ...why });
    expect(turned.body).toMatchObject({ outcome: 'overturned', points: -20, score: 0 });
    const totals = async () => await ledgerReads(db).totals(HUNT);
    const row = { team: 'herons', points: 0, entries: 2 };
    await expect.poll(totals, { timeout: 10_000 }).toContainEqual(row);
  });

  it('PH7 that was replaced meanwhile is not judged', async () => {
    const { player } = await join('otters');
    const photo = await submitted(player, '#111111');
    await submitted(player, '#222222');
    const live = await createHuntDirectory(redis).get(HUNT);
    const { photos } = live ? await readTeamPhotos(redis, live) : { photos: [] };
    const [waiting] = photos.filter(({ team }) => team === 'otters');
    expect(waiting).toMatchObject({ clue: 'gate', status: 'waiting', wrong: 0 });
    expect(waiting?.photo).not.toBe(photo);
    const data = { team: 'otters', clue: 'gate', photo, as: 'accepted' };
    expect(await operate('photo.judged.v1', data)).toMatchObject({
      status: 409,
      body: { code: 'not_possible' },
    });
  });

  it('PH13 uploaded again is the same, and another team’s can’t be submitted', async () => {
    const { player, session } = await join('lynxes');
    const other = await join('owls');
    const bytes = await picture('#333333');
    const first = await upload(session, bytes);
    expect(first).toMatchObject({ status: 201, body: { widthPx: 300, heightPx: 200 } });
    const again = await upload(session, bytes);
    expect(again.body['photo']).toBe(first.body['photo']);
    const theirs = await upload(other.session, bytes);
    expect(theirs.body['photo']).not.toBe(first.body['photo']);
    const stolen = player.send('photo.submitted.v1', {
      clue: 'gate',
      photo: String(theirs.body['photo']),
    });
    expect(stolen.ok && (await stolen.acked)).toMatchObject({
      ack: 'invalid',
      refusal: { code: 'other_team', path: 'data.photo' },
    });
    const kept = await photoStore(db).lookUp({
      id: String(first.body['photo']),
      hunt: HUNT,
      team: 'lynxes',
    });
    expect(kept).toMatchObject({ hasRoom: true, kept: { widthPx: 300 } });
  });

  it('PH14 is shown to its own team and to nobody else', async () => {
    const { session } = await join('storks');
    const stranger = await join('crows');
    const { body } = await upload(session, await picture('#444444'));
    const get = async (token: string) => {
      const headers = { authorization: `Bearer ${token}` };
      return await fetch(`${api.url}${PATH}/${String(body['photo'])}`, { headers });
    };
    const own = await get(session.token);
    expect(own.status).toBe(200);
    expect(Object.fromEntries(own.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    });
    expect((await sharp(await own.arrayBuffer()).metadata()).format).toBe('webp');
    expect((await get(stranger.session.token)).status).toBe(404);
    expect((await get('nothing')).status).toBe(401);
  });

  it('A6 a hint’s cost comes back to the team that paid it', async () => {
    const { player } = await join('swans');
    await resultOf(player.requestHint('gate', 'lion'));
    expect((await clueOf(player))?.hints).toMatchObject([{ cost: 3, status: 'taken', paid: 3 }]);
    const data = { team: 'swans', clue: 'gate', hint: 'lion', reason: 'The lion was away.' };
    const refunded = await operate('hint.refunded.v1', data);
    expect(refunded.body).toMatchObject({ points: 3, score: 0, refunded: { hint: 'lion' } });
    expect((await clueOf(player))?.hints?.[0]).not.toHaveProperty('paid');
  });
});

describe('an upload', () => {
  it('PH12 of 100 MB is refused before it is sent, in a moment', async () => {
    const { session } = await join('geese');
    const { hostname, port } = new URL(api.url);
    const socket = connect(Number(port), hostname);
    const answer = new Promise<string>((resolve) => {
      let text = '';
      socket.on('data', (part) => {
        text += part.toString();
      });
      socket.on('close', () => resolve(text));
      socket.on('error', () => undefined);
    });
    const head = [
      `POST ${PATH} HTTP/1.1`,
      'host: door',
      `authorization: Bearer ${session.token}`,
      'content-type: image/jpeg',
      'content-length: 104857600',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\nonly the beginning`);
    expect(await answer).toMatch(/^HTTP\/1\.1 413 [\s\S]*"code":"too_large"/);
  });

  it('PH12 that says nothing of its size is cut off at the bound', async () => {
    const { session } = await join('ducks');
    const part = new Uint8Array(1024 * 1024).fill(7);
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1;
        if (sent > 64) controller.close();
        else controller.enqueue(part);
      },
    });
    const headers = { authorization: `Bearer ${session.token}`, 'content-type': 'image/jpeg' };
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
    const status = await fetch(`${api.url}${PATH}`, init).then(
      (reply) => reply.status,
      // The door may close the connection before all was written.
      () => 413,
    );
    expect(status).toBe(413);
    expect(sent).toBeLessThan(64);
  });

  it.each<[string, () => Promise<BodyInit>, string, string]>([
    ['a bomb', async () => await bomb(), 'image/png', 'too_large'],
    ['a text', async () => 'not a picture', 'image/jpeg', 'not_a_photo'],
    ['a drawing', async () => '<svg/>', 'image/svg+xml', 'malformed'],
    ['JSON', async () => '{}', 'application/json', 'not_a_photo'],
  ])('PH12 that is %s is refused', async (what, body, type, code) => {
    const { session } = await join(`tries-${what.replaceAll(' ', '-')}`);
    expect((await upload(session, await body(), type)).body).toMatchObject({ code });
  });

  it('PH12 is a player’s, for a photo clue of its hunt, and so many in a minute', async () => {
    const { session } = await join('rooks');
    const bytes = await picture('#555555');
    const at = async (path: string, token: string) => {
      return (await call(api.url, `POST ${path}`, { token, body: bytes, type: 'image/jpeg' })).body;
    };
    expect(await at(PATH, api.token)).toMatchObject({ code: 'not_permitted' });
    expect(await at(PATH.replace('gate', 'clock'), session.token)).toMatchObject({
      code: 'not_found',
    });
    expect(await at(PATH.replace(HUNT, 'other'), session.token)).toMatchObject({
      code: 'hunt_not_allowed',
    });
    const codes = new Set<unknown>();
    for (let i = 0; i < 14; i += 1) codes.add((await upload(session, bytes)).body['code'] ?? 'ok');
    expect(codes).toEqual(new Set(['ok', 'rate_limited']));
  });
});
