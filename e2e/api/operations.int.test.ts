/** What operators do to a live hunt, as its players and its ledger see it. */
import { randomUUID } from 'node:crypto';
import type { BroadcastPush, EventResult, TeamSnapshot } from '@trove/contracts';
import { createDb, type Db, liveReads } from '@trove/db';
import { createPlayer, joinHunt, type Player } from '@trove/player-sdk';
import { connectRedis, createHuntDirectory, readBoard, type TroveRedis } from '@trove/streams';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, call, connectPlay, HUNT, openApi } from './installation.js';

/** A broadcast is on every phone within it. */
const BROADCAST_MS = 1_000;

let api: Api;
let db: Db;
let redis: TroveRedis;
const players: Player[] = [];

beforeAll(async () => {
  api = await openApi(14);
  db = createDb(api.databaseUrl);
  redis = connectRedis(api.redisUrl, { name: 'operations-test' });
});
afterAll(async () => {
  for (const player of players) player.close();
  redis.disconnect();
  await db.close();
  await api.close();
});

async function operate(type: string, data: object) {
  const options = { token: api.token, body: JSON.stringify({ type, data }) };
  return await call(api.url, `POST /v1/hunts/${HUNT}/operations`, options);
}

async function play(teamName: string): Promise<Player> {
  const joining = { code: 'open-sesame', playerId: randomUUID(), teamName };
  const session = await joinHunt({ url: api.url, hunt: HUNT, ...joining });
  const player = await createPlayer({ url: api.url, session });
  players.push(player);
  await new Promise((resolve) => player.on('welcome', resolve));
  return player;
}

async function solve(player: Player): Promise<EventResult | undefined> {
  const sent = player.send('code.scanned.v1', { code: 'CLOCK' });
  return sent.ok ? await sent.result : undefined;
}

/** The next result of a player for which this holds. */
function resultWhere(player: Player, holds: (result: EventResult) => boolean) {
  return new Promise<EventResult>((resolve) => {
    const stop = player.on('results', ({ results }) => {
      const found = results.find(holds);
      if (found === undefined) return;
      stop();
      resolve(found);
    });
  });
}

async function boardOf(player: Player) {
  const answer = await player.board(100);
  if (!answer.ok) throw new Error(answer.error.detail);
  return answer.board;
}

async function stateOf(player: Player): Promise<TeamSnapshot> {
  const answer = await player.state();
  if (!answer.ok) throw new Error(answer.error.detail);
  return answer.state;
}

async function trueBoard() {
  const live = await createHuntDirectory(redis).get(HUNT);
  if (live === undefined) throw new Error('the hunt is not published');
  return await readBoard(redis, live, { limit: 100 });
}

describe('an operator', () => {
  it('O7 says something that players hear within a second, also those who were away', async () => {
    const [herons, otters] = [await play('say-herons'), await play('say-otters')];
    const heard: Record<string, BroadcastPush[]> = { herons: [], otters: [] };
    otters.on('broadcast', (push) => heard['otters']?.push(push));
    const first = new Promise<BroadcastPush>((resolve) => herons.on('broadcast', resolve));
    const beganMs = performance.now();
    await operate('hunt.broadcast.v1', { text: 'Rain is coming ☔', to: 'say-herons' });
    expect(await first).toMatchObject({ text: 'Rain is coming ☔', to: 'say-herons', hunt: HUNT });
    expect(performance.now() - beganMs).toBeLessThan(BROADCAST_MS);
    const all = new Promise<BroadcastPush>((resolve) => otters.on('broadcast', resolve));
    expect((await operate('hunt.broadcast.v1', { text: 'Lunch' })).status).toBe(200);
    await all;
    expect(heard['otters']?.map(({ text }) => text)).toEqual(['Lunch']);
    const texts = (await stateOf(otters)).broadcasts.map(({ text }) => text);
    expect(texts).toEqual(['Lunch']);
    const own = await herons.team();
    const teamCode = own.ok ? (own.team.code ?? '') : '';
    const mate = { hunt: HUNT, playerId: randomUUID(), teamCode };
    const { token } = await joinHunt({ url: api.url, ...mate });
    const away = await connectPlay(api.url, { token });
    away.socket.disconnect();
    await operate('hunt.broadcast.v1', { text: 'While you were away' });
    const back = await connectPlay(api.url, { token, last: away.welcome?.['offsets'] });
    expect(back.welcome).toMatchObject({ recovered: true });
    expect(await back.firstBroadcast).toMatchObject({ text: 'While you were away' });
    back.socket.disconnect();
  });

  it('O8 grants points: the board, the ledger and the team’s result have them', async () => {
    const player = await play('grant-herons');
    await solve(player);
    const told = resultWhere(player, ({ adjusted }) => adjusted !== undefined);
    const data = { team: 'grant-herons', points: 15, reason: 'helped a lost team' };
    const granted = await operate('points.adjusted.v1', data);
    expect(granted.body).toMatchObject({ verdict: 'noted', points: 15, score: 35 });
    expect(await told).toMatchObject({
      points: 15,
      score: 35,
      adjusted: { reason: 'helped a lost team' },
    });
    const row = { team: 'grant-herons', score: 35 };
    expect((await boardOf(player)).rows).toContainEqual(expect.objectContaining(row));
    await expect
      .poll(() => liveReads(db).corrections(HUNT, 'grant-herons'))
      .toMatchObject([{ points: 15, reason: 'helped a lost team', type: 'points.adjusted.v1' }]);
    const nobody = await operate('points.adjusted.v1', { ...data, team: 'nobody' });
    expect(nobody).toMatchObject({ status: 409, body: { code: 'not_possible' } });
  });

  it('O6 freezes what players see of the board, and O12 the past has it too', async () => {
    const player = await play('freeze-herons');
    const id = (await solve(player))?.id ?? '';
    const ranks = async () => (await player.receipt(id)).board;
    expect(await ranks()).toBeDefined();
    expect((await operate('board.freeze_changed.v1', { isFrozen: true })).status).toBe(200);
    await operate('points.adjusted.v1', { team: 'freeze-herons', points: 40, reason: 'jury' });
    const frozen = await boardOf(player);
    expect(frozen.frozenAt).toBeDefined();
    expect(await ranks()).toBeUndefined();
    const scoreOn = (rows: readonly { team: string; score: number }[]) => {
      return rows.find(({ team }) => team === 'freeze-herons')?.score;
    };
    expect([scoreOn(frozen.rows), scoreOn((await trueBoard()).rows)]).toEqual([20, 60]);
    // A board from before may still be on its way.
    const thawed = new Promise<void>((resolve) => {
      player.on('board', ({ frozenAt, rows }: Awaited<ReturnType<typeof boardOf>>) => {
        if (frozenAt === undefined && scoreOn(rows) === 60) resolve();
      });
    });
    await operate('board.freeze_changed.v1', { isFrozen: false });
    await thawed;
    expect(scoreOn((await boardOf(player)).rows)).toBe(60);
    const moved = (rows: readonly { rank: number; team: string; score: number }[]) => {
      return rows.map(({ rank, team, score }) => [rank, team, score]);
    };
    // Teams that have only joined are on the live board with no points.
    const live = async () => moved((await trueBoard()).rows.filter(({ score }) => score !== 0));
    const expected = await live();
    await expect
      .poll(async () => moved((await liveReads(db).boardAt(HUNT, { limit: 100 })).rows))
      .toEqual(expected);
  });

  it('O9 bans a team and lets it play again, and tells it why', async () => {
    const player = await play('ban-herons');
    const told = resultWhere(player, ({ teamStatus }) => teamStatus !== undefined);
    const status = (as: string) => {
      const data = { team: 'ban-herons', as, reason: 'shared answers' };
      return operate('team.status_changed.v1', data);
    };
    await status('banned');
    expect(await told).toMatchObject({ teamStatus: { as: 'banned', reason: 'shared answers' } });
    expect(await solve(player)).toMatchObject({ verdict: 'closed', reason: 'team_banned' });
    expect((await stateOf(player)).status).toBe('banned');
    await status('hidden');
    expect(await solve(player)).toMatchObject({ verdict: 'solved', points: 20 });
    const teams = (rows: readonly { team: string }[]) => rows.map(({ team }) => team);
    expect(teams((await boardOf(player)).rows)).not.toContain('ban-herons');
    const hidden = (await trueBoard()).rows.find(({ team }) => team === 'ban-herons');
    expect(hidden).toMatchObject({ score: 20, isHidden: true });
    await status('playing');
    expect(teams((await boardOf(player)).rows)).toContain('ban-herons');
  });

  it('O2 steers the hunt through its phases, and is told what can’t be', async () => {
    const player = await play('phase-herons');
    const phase = async (to: string) => {
      const { status, body } = await operate('hunt.phase_changed.v1', { phase: to });
      return [status, (await stateOf(player)).phase, body['detail']];
    };
    const told = new Promise<{ phase: string }>((resolve) => player.on('phase', resolve));
    expect(await phase('paused')).toEqual([200, 'paused', undefined]);
    expect(await told).toMatchObject({ hunt: HUNT, phase: 'paused' });
    expect(await phase('closed')).toEqual([200, 'closed', undefined]);
    expect(await solve(player)).toMatchObject({ verdict: 'closed' });
    expect(await phase('paused')).toEqual([409, 'closed', expect.stringContaining('in one step')]);
    expect(await phase('live')).toEqual([200, 'live', undefined]);
    expect(await solve(player)).toMatchObject({ verdict: 'solved' });
    expect(await phase('scheduled')).toEqual([409, 'live', expect.stringContaining('begun')]);
    expect((await createHuntDirectory(redis).get(HUNT))?.phase).toBe('live');
    const bad = await operate('hunt.phase_changed.v1', { phase: 'over' });
    expect(bad).toMatchObject({ status: 400, body: { code: 'malformed', path: 'data.phase' } });
  });
});
