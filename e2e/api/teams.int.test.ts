/** Teams as their players have them: made, joined, left, led, seen, and merged after a cut. */
import { randomUUID } from 'node:crypto';
import type { LeftPush, TeamView } from '@trove/contracts';
import { createPlayer, joinHunt, leaveHunt, type Player, type Session } from '@trove/player-sdk';
import { createFaultyProxy } from '@trove/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Started, startProcess } from '../kill/processes.js';
import { type Api, call, cloudEvent, HUNT, openApi } from './installation.js';
import { next, refusal, teamOf, urlOf } from './teams.fixture.js';

let api: Api;
let otherDoor: Started;
const players: Player[] = [];

beforeAll(async () => {
  api = await openApi(7);
  otherDoor = await startProcess('ingest', api);
});
afterAll(async () => {
  for (const player of players) player.close();
  await otherDoor.kill();
  await api.close();
});

const CODE = 'open-sesame';

async function make(teamName: string, playerName: string): Promise<Session> {
  const joining = { code: CODE, playerId: randomUUID(), playerName, teamName };
  return await joinHunt({ url: api.url, hunt: HUNT, ...joining });
}

async function join({ teamCode }: Pick<Session, 'teamCode'>, playerName: string): Promise<Session> {
  const joining = { playerId: randomUUID(), playerName, teamCode };
  return await joinHunt({ url: api.url, hunt: HUNT, ...joining });
}

async function connect(session: Session, url = api.url): Promise<Player> {
  const player = await createPlayer({ url, session });
  players.push(player);
  await new Promise((resolve) => player.on('welcome', resolve));
  return player;
}

describe('a team', () => {
  it('TM2 is made by its name and TM3 joined by its code, which nobody else is told', async () => {
    const ada = await make('Die Möwen', 'Ada');
    expect(ada).toMatchObject({ team: 'die-mowen', teamName: 'Die Möwen', member: 1 });
    const bo = await join({ teamCode: ada.teamCode.toLowerCase() }, 'Bo');
    expect(bo).toMatchObject({ team: 'die-mowen', member: 2, playerName: 'Bo' });
    const taken = make('DIE MÖWEN!', 'Eve');
    await expect(taken).rejects.toMatchObject({ problem: { code: 'team_name_taken' } });
    const guess = join({ teamCode: '22222222' }, 'Eve');
    await expect(guess).rejects.toMatchObject({ problem: { code: 'wrong_team_code' } });
    const { token } = await make('Eves', 'Eve');
    for (const path of ['board', 'definition']) {
      const seen = await call(api.url, `GET /v1/hunts/${HUNT}/${path}`, { token });
      expect(JSON.stringify(seen.body)).not.toContain(ada.teamCode);
    }
    const eve = await connect(await make('Eves II', 'Eve'));
    expect(await teamOf(eve)).toMatchObject({ captain: 1, size: 12, members: [{ name: 'Eve' }] });
  });

  it('TM1 is one for each player, however often and wherever it asks', async () => {
    const ada = await make('Once', 'Ada');
    const other = await make('Twice', 'Bo');
    const again = { url: api.url, hunt: HUNT, playerId: ada.player };
    expect(await joinHunt({ ...again, code: CODE })).toMatchObject({ team: 'once', member: 1 });
    const { teamCode } = other;
    const both = joinHunt({ ...again, teamCode });
    await expect(both).rejects.toMatchObject({ problem: { code: 'already_joined' } });
    const playerId = randomUUID();
    const alone = { url: api.url, hunt: HUNT, code: CODE, playerId };
    const [one, two] = await Promise.all([joinHunt(alone), joinHunt(alone)]);
    expect(one.team).toBe(two.team);
  });

  it('TM7 keeps the points of who leaves, and TM13 the old token is worth nothing', async () => {
    const [session, mates] = [await make('Leavers', 'Ada'), await make('Arrivals', 'Bo')];
    const [ada, elsewhere] = [await connect(session), await connect(session, urlOf(otherDoor))];
    const sent = ada.send('code.scanned.v1', { code: 'CLOCK' });
    if (!sent.ok) throw new Error(sent.reason);
    expect(await sent.result).toMatchObject({ verdict: 'solved' });
    const told = [next<LeftPush>(ada, 'left'), next<LeftPush>(elsewhere, 'left')];
    expect(await ada.leaveTeam()).toMatchObject({ ok: true });
    for (const left of await Promise.all(told)) {
      expect(left).toMatchObject({ team: 'leavers', member: 1, change: 'left' });
    }
    const { token, refreshToken, player, source } = session;
    const event = cloudEvent('RIDDLE', { source, player, team: 'leavers' });
    const send = { token, body: JSON.stringify(event) };
    expect(await call(api.url, 'POST /v1/events', send)).toMatchObject({
      ...{ status: 403, body: { code: 'not_in_team' } },
    });
    const fresh = await call(api.url, 'POST /v1/token/refresh', {
      body: JSON.stringify({ refreshToken }),
    });
    expect(fresh).toMatchObject({ status: 403, body: { code: 'not_in_team' } });
    const board = await call(api.url, `GET /v1/hunts/${HUNT}/board`, { token: api.token });
    const row = expect.objectContaining({ team: 'leavers', score: 20 });
    expect(board.body['rows']).toContainEqual(row);
    const moved = { url: api.url, hunt: HUNT, playerId: player, teamCode: mates.teamCode };
    expect(await joinHunt(moved)).toMatchObject({ team: 'arrivals', member: 2 });
    await leaveHunt(api.url, await joinHunt(moved));
    const back = { ...moved, teamCode: session.teamCode };
    expect(await joinHunt(back)).toMatchObject({ team: 'leavers', member: 2 });
  });

  it('TM6 is led by its captain, who TM8 alone sends members away', async () => {
    const first = await make('Led', 'Ada');
    const [ada, bo] = [await connect(first), await connect(await join(first, 'Bo'))];
    expect(await bo.removeMember(1)).toMatchObject(refusal('not_captain'));
    expect(await ada.makeCaptain(7)).toMatchObject(refusal('member_unknown'));
    expect(await ada.makeCaptain(2)).toMatchObject({ ok: true });
    expect(await teamOf(ada)).toMatchObject({ captain: 2 });
    const left = next<LeftPush>(ada, 'left');
    expect(await bo.removeMember(1)).toMatchObject({ ok: true });
    expect(await left).toMatchObject({ member: 1, change: 'removed' });
    const { code } = await teamOf(bo);
    expect(code).not.toBe(first.teamCode);
    await expect(join(first, 'Cy')).rejects.toMatchObject({ problem: { code: 'wrong_team_code' } });
    expect(await join({ teamCode: code ?? '' }, 'Cy')).toMatchObject({ team: 'led', member: 3 });
  });

  it('TM8 loses a member whom an operator sends away, and is told why', async () => {
    const first = await make('Ruled', 'Ada');
    const [ada, bo] = [await connect(first), await connect(await join(first, 'Bo'))];
    const left = next<LeftPush>(bo, 'left');
    const told = new Promise((resolve) => {
      ada.on('results', ({ results }) => {
        for (const { membership } of results) if (membership?.reason) resolve(membership);
      });
    });
    const remove = async (team: string, member: number) => {
      const data = { team, member, reason: 'rude words' };
      const body = JSON.stringify({ type: 'team.member_removed.v1', data });
      return await call(api.url, `POST /v1/hunts/${HUNT}/operations`, { token: api.token, body });
    };
    expect(await remove('ruled', 9)).toMatchObject({ status: 409, body: { code: 'not_possible' } });
    expect(await remove('ruled', 2)).toMatchObject({ status: 200, body: { verdict: 'noted' } });
    expect(await left).toMatchObject({ member: 2, change: 'removed', reason: 'rude words' });
    expect(await told).toMatchObject({ member: 2, name: 'Bo', reason: 'rude words' });
    expect(await teamOf(ada)).toMatchObject({ members: [{ name: 'Ada' }] });
    await expect(join(first, 'Bo')).rejects.toMatchObject({ problem: { code: 'wrong_team_code' } });
  });

  it('TM14 shows who is connected at any door, and TM16 tells it when that changes', async () => {
    const first = await make('Seen', 'Ada');
    const ada = await connect(first);
    const isPresent = ({ members }: TeamView) => members.map((one) => one.isPresent);
    await expect.poll(async () => isPresent(await teamOf(ada))).toEqual([true]);
    const second = await join(first, 'Bo');
    const pushed = new Promise<TeamView>((resolve) => {
      ada.on('team', (view) => {
        if (view.members[1]?.isPresent === true) resolve(view);
      });
    });
    const bo = await connect(second, urlOf(otherDoor));
    expect(await pushed).toMatchObject({
      team: 'seen',
      members: [{ name: 'Ada' }, { name: 'Bo' }],
    });
    await expect.poll(async () => isPresent(await teamOf(bo))).toEqual([true, true]);
    const gone = new Promise<TeamView>((resolve) => {
      ada.on('team', (view) => {
        if (view.members[1]?.isPresent === false) resolve(view);
      });
    });
    bo.close();
    expect(isPresent(await gone)).toEqual([true, false]);
  });

  it('TM16 is told once a second at most, however much happens', async () => {
    const first = await make('Busy', 'Ada');
    const [ada, bo] = [await connect(first), await connect(await join(first, 'Bo'))];
    const views: TeamView[] = [];
    const beganMs = performance.now();
    ada.on('team', (view) => views.push(view));
    for (let turn = 0; turn < 8; turn += 1) {
      expect(await ada.makeCaptain(2)).toMatchObject({ ok: true });
      expect(await bo.makeCaptain(1)).toMatchObject({ ok: true });
    }
    await expect.poll(() => views.at(-1)).toMatchObject({ captain: 1 });
    const seconds = Math.ceil((performance.now() - beganMs) / 1000);
    expect(views.length).toBeLessThanOrEqual(seconds + 1);
  });

  it('TM12 has its points over time, and TM15 its surroundings on the board', async () => {
    const ada = await connect(await make('Ranked', 'Ada'));
    const sent = ada.send('code.scanned.v1', { code: 'CLOCK' });
    if (sent.ok) await sent.result;
    const timeline = await ada.scores();
    if (!timeline.ok) throw new Error(timeline.error.detail);
    expect(timeline.scores.points.map(({ score }) => score)).toEqual([20, 20]);
    const answer = await ada.boardAround(1, 1);
    if (!answer.ok) throw new Error(answer.error.detail);
    expect(answer.board.rows).toHaveLength(1);
    const rows = answer.around?.rows ?? [];
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.find(({ team }) => team === 'ranked')?.rank).toBe(answer.around?.rank);
  });
});

describe('phones of a team that were offline', () => {
  it('TM10 bring one award when they come back, whoever sends first', async () => {
    const proxy = await createFaultyProxy({ host: '127.0.0.1', port: api.door.port });
    const url = `http://127.0.0.1:${proxy.port}`;
    const first = await make('Offline', 'Ada');
    const ada = await connect(first, url);
    const [tablet, bo] = [await connect(first, url), await connect(await join(first, 'Bo'), url)];
    const phones = [ada, tablet, bo];
    proxy.cut();
    const sent = phones.flatMap((phone) => [
      phone.send('code.scanned.v1', { code: 'CLOCK' }),
      phone.send('clue.answered.v1', { clue: 'riddle', answer: 'A lantern!' }),
    ]);
    expect(phones.map(({ pending }) => pending)).toEqual([2, 2, 2]);
    proxy.mend();
    const results = await Promise.all(
      sent.map(async (one) => (one.ok ? await one.result : undefined)),
    );
    for (const clue of ['clock', 'riddle']) {
      const own = results.filter((result) => result?.clue === clue);
      const verdicts = own.map((result) => String(result?.verdict));
      expect(verdicts.sort()).toEqual(['already_solved', 'already_solved', 'solved']);
    }
    const [solved] = results.filter(
      (result) => result?.verdict === 'solved' && result.clue === 'clock',
    );
    const positions = results
      .filter((one) => one?.clue === 'clock')
      .map((one) => one?.position ?? 0);
    expect(solved?.position).toBe(Math.min(...positions));
    expect(await bo.state()).toMatchObject({ ok: true, state: { score: 50 } });
    for (const phone of phones) phone.close();
    await proxy.close();
  });
});
