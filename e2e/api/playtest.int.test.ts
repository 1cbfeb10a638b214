/** Playtesters join by a code of their own and stand on no board. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, call, cloudEvent, connectPlay, openApi } from './installation.js';

const SLUG = 'tested-hunt';
const FILE = {
  ...{ trove: 1, slug: SLUG, title: 'Tested', joinCode: 'OPEN', playtestCode: 'TEST-1' },
  clues: [{ id: 'clock', title: 'Clock', points: 20, find: { code: 'CLOCK' }, firstFinders: [10] }],
};

let api: Api;
beforeAll(async () => {
  api = await openApi(8);
  const body = JSON.stringify(FILE);
  await call(api.url, `PUT /v1/hunts/${SLUG}`, { token: api.token, body });
});
afterAll(() => api.close());

function join(code: string, teamName: string, playerId: string = randomUUID()) {
  return ask({ code, playerId, teamName });
}

function ask(asked: Record<string, unknown>) {
  return call(api.url, `POST /v1/hunts/${SLUG}/join`, { body: JSON.stringify(asked) });
}

async function scan({ body }: Awaited<ReturnType<typeof join>>) {
  const { token, source, player, team } = body as Record<string, string>;
  const event = cloudEvent('CLOCK', { hunt: SLUG, source, player, team });
  const options = { token, body: JSON.stringify(event), prefer: 'wait=5' };
  const reply = await call(api.url, 'POST /v1/events', options);
  return { id: event.id, token, team, result: (reply.body['results'] as object[])[0] };
}

describe('playtesters', () => {
  it('PT5 are told that they are, and get what any team gets', async () => {
    const joined = await join('test-1', 'testers');
    expect(joined.body).toMatchObject({ team: 'testers', isPlaytest: true });
    const { id, token, result } = await scan(joined);
    expect(result).toMatchObject({ verdict: 'solved', points: 30, playtest: true });
    const { socket } = await connectPlay(api.url, { token });
    const state = await socket.emitWithAck('state:get', { hunt: SLUG, team: 'testers' });
    expect(state.state).toMatchObject({ isPlaytest: true, score: 30 });
    socket.disconnect();
    const receipt = await call(api.url, `GET /v1/events/${id}/receipt`, { token });
    expect(receipt.body['receipt']).toMatchObject({ points: 30, effects: { playtest: true } });
    expect(receipt.body['receipt']).not.toHaveProperty('board');
  });

  it('PT3 stand on no board and take no place', async () => {
    const { result } = await scan(await join('OPEN', 'herons'));
    expect(result).toMatchObject({ verdict: 'solved', points: 30 });
    expect(result).not.toHaveProperty('playtest');
    const board = await call(api.url, `GET /v1/hunts/${SLUG}/board`, { token: api.token });
    expect(JSON.stringify(board.body)).toContain('herons');
    expect(JSON.stringify(board.body)).not.toContain('testers');
  });

  it('PT2 keep to their own teams, and come back to them by either code', async () => {
    const playerId = randomUUID();
    expect((await join('TEST-1', 'scouts', playerId)).body).toMatchObject({ isPlaytest: true });
    expect((await join('OPEN', 'scouts', playerId)).body).toMatchObject({ isPlaytest: true });
    const scouts = await join('TEST-1', 'scouts', playerId);
    const { teamCode } = scouts.body;
    const mixed = await ask({ code: 'OPEN', playerId: randomUUID(), teamCode });
    expect([mixed.status, mixed.body['code']]).toEqual([409, 'playtest_team']);
    const mate = await ask({ playerId: randomUUID(), teamCode });
    expect(mate.body).toMatchObject({ team: 'scouts', isPlaytest: true });
    await join('OPEN', 'otters');
    const other = await join('TEST-1', 'otters');
    expect(other.body).toMatchObject({ code: 'team_name_taken' });
    expect((await join('WRONG', 'otters')).body).toMatchObject({ code: 'wrong_join_code' });
  });
});
