/** Receipts at the door: what stands in one, who may read it, and what is said without one. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Receipt } from '@trove/contracts';
import { createPlayer, joinHunt } from '@trove/player-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, call, cloudEvent, connectPlay, openApi, SOURCE } from './installation.js';
import { FILE, receiptSteps, SLUG } from './receipts.fixture.js';

const run = promisify(execFile);
const CLI = fileURLToPath(new URL('../../apps/cli/bin/trove.js', import.meta.url));
const PLACE = { partition: 0, epoch: 0, offset: 0 };
/** What a door's clock may be off Redis's on a busy machine. */
const CLOCKS_MS = 50;

let api: Api;
beforeAll(async () => {
  api = await openApi(13);
  const body = JSON.stringify(FILE);
  await call(api.url, `PUT /v1/hunts/${SLUG}`, { token: api.token, body });
});
afterAll(() => api.close());

const { scan, ask, join } = receiptSteps(() => api);

describe('a receipt', () => {
  it('tells stages, rules with what was false, points, score and rank', async () => {
    const { id } = await scan('CLOCK', 'herons');
    const { status, receipt } = await ask(`${id}/receipt`);
    expect(status).toBe(200);
    expect(receipt).toMatchObject({
      id,
      hunt: SLUG,
      team: 'herons',
      outcome: 'accepted',
      verdict: 'solved',
      why: 'It solved the clue.',
      clue: 'clock',
      version: 1,
      points: 26,
      scoreBefore: 0,
      scoreAfter: 26,
      board: { rankOfBefore: 1, rankOfAfter: 1 },
      areRulesWhole: true,
      data: { code: 'CLOCK' },
      provenance: { readFrom: 'redis', source: SOURCE, door: expect.any(String) },
    });
    expect(receipt.rules).toMatchObject([
      { rule: 'early-bird', reply: 'fired' },
      { rule: 'night-owl', reply: 'false', clause: 2 },
      { rule: 'once', reply: 'fired' },
    ]);
    expect(receipt.rules[1]?.text).toBe('team.solved >= 2 || clue.id == "mast"');
    const { receivedAt, appendedAt = 0, decidedAt, committedAt } = receipt.stages;
    // The door's and the worker's times are theirs, to the millisecond that clocks differ by.
    expect([receivedAt, decidedAt]).toEqual([expect.any(Number), expect.any(Number)]);
    expect(appendedAt).toBeLessThanOrEqual(committedAt);
  });

  it('names the limit that stopped a rule, and what the second solve moved', async () => {
    await scan('CLOCK', 'otters');
    const { id } = await scan('MAST', 'otters');
    const { receipt } = await ask(`${id}/receipt`);
    expect(receipt.rules.map(({ rule, reply }) => [rule, reply])).toEqual([
      ['early-bird', 'first_taken'],
      ['night-owl', 'fired'],
      ['once', 'team_limit'],
    ]);
    expect(receipt).toMatchObject({ scoreBefore: 21, scoreAfter: 31 });
    expect(receipt.effects).toMatchObject({ messages: ['Hoo.'] });
  });

  it('of a repeat names the first and how to ask for it', async () => {
    const event = await scan('MAST', 'lynxes');
    const first = (await ask(`${event.id}/receipt`)).receipt;
    const { time } = event;
    await scan('MAST', 'lynxes', { id: event.id, time });
    const again = await call(api.url, `GET /v1/events/${event.id}`, { token: api.token });
    expect(again.body['position']).toBe(first.provenance.position);
    const position = first.provenance.position + 1;
    const { receipt } = await ask(`${event.id}/receipt?hunt=${SLUG}&position=${position}`);
    expect(receipt).toMatchObject({
      outcome: 'duplicate',
      rules: [],
      areRulesWhole: true,
      first: { position: first.provenance.position },
    });
    const linked = await call(api.url, `GET ${receipt.first?.href}`, { token: api.token });
    expect((linked.body['receipt'] as Receipt).provenance).toEqual(first.provenance);
  });

  it('tells a player the same of its team, without conditions and other people', async () => {
    const { token, source, player } = await join('voles');
    const { id } = await scan('CLOCK', 'voles', { player: 'someone-else' });
    const { receipt } = await ask(`${id}/receipt`, token);
    expect(receipt).toMatchObject({ points: 21, verdict: 'solved' });
    expect(receipt.rules[1]).toEqual({
      rule: 'night-owl',
      reply: 'false',
      why: 'Its condition did not hold.',
    });
    for (const hidden of ['player', 'data']) expect(receipt).not.toHaveProperty(hidden);
    expect(receipt.provenance).not.toHaveProperty('source');
    const own = cloudEvent('MAST', { hunt: SLUG, team: 'voles', player, source });
    const body = JSON.stringify(own);
    await call(api.url, 'POST /v1/events', {
      token,
      body,
      type: 'application/cloudevents+json',
      prefer: 'wait=10',
    });
    const mine = (await ask(`${own.id}/receipt`, token)).receipt;
    expect(mine).toMatchObject({ player, data: { code: 'MAST' }, provenance: { source } });
  });

  it('tells when it was pushed and when the player’s device had it, as the SDK says', async () => {
    const { url } = api;
    const playerId = randomUUID();
    const teamName = 'herons-2';
    const session = await joinHunt({ url, hunt: SLUG, code: 'PAPER', playerId, teamName });
    const player = await createPlayer({ url, session });
    const sent = player.send('code.scanned.v1', { code: 'MAST' });
    if (!sent.ok) throw new Error(sent.reason);
    expect(await sent.result).toMatchObject({ verdict: 'solved' });
    const stages = async () => (await player.receipt(sent.id)).stages;
    await expect.poll(stages).toMatchObject({ acknowledgedAt: expect.any(Number) });
    const { committedAt, pushedAt = 0, acknowledgedAt = 0 } = await stages();
    expect(pushedAt).toBeGreaterThan(committedAt - CLOCKS_MS);
    expect(acknowledgedAt).toBeGreaterThanOrEqual(pushedAt);
    player.close();
  });

  it('says of a device that stays silent that it has not acknowledged', async () => {
    const { token, player } = await join('silent');
    const { socket, firstResults } = await connectPlay(api.url, { token });
    const { id } = await scan('MAST', 'silent', { player });
    await firstResults;
    const receipt = async () => (await ask(`${id}/receipt`, token)).receipt;
    await expect.poll(async () => (await receipt()).stages.pushedAt).toBeGreaterThan(0);
    expect(await receipt()).toMatchObject({ isDeliveryKnown: true });
    expect((await receipt()).stages).not.toHaveProperty('acknowledgedAt');
    for (const wrong of [{ partition: 99, epoch: 0, offset: 0 }, { offset: -1 }, 'all of it']) {
      const reply = await socket.emitWithAck('results:seen', wrong);
      expect(reply).toMatchObject({ ok: false, error: { code: 'malformed' } });
    }
    socket.disconnect();
    const server = await connectPlay(api.url, { token: api.token });
    const refused = await server.socket.emitWithAck('results:seen', PLACE);
    expect(refused).toMatchObject({ ok: false, error: { code: 'not_permitted' } });
    server.socket.disconnect();
  });

  it('is the same on the command line, as JSON and as text', async () => {
    const { id } = await scan('MAST', 'stoats');
    const access = ['--url', api.url, '--token', api.token];
    const trove = async (...more: string[]) => {
      const { stdout } = await run(process.execPath, [CLI, 'event', 'receipt', id, ...more]);
      return stdout;
    };
    const { board, ...told } = JSON.parse(await trove('--json', ...access)) as Receipt;
    const { receipt } = await ask(`${id}/receipt`);
    expect({ ...receipt, board: { ...board, readAt: 0 } }).toEqual({
      ...told,
      stages: receipt.stages,
      isDeliveryKnown: receipt.isDeliveryKnown,
      board: { ...board, readAt: 0 },
    });
    expect(await trove(...access)).toMatch(/^ +why +It solved the clue\.$/m);
  });

  it('is nobody else’s to read', async () => {
    const { token } = await join('foxes');
    const { id } = await scan('CLOCK', 'badgers');
    expect(await ask(`${id}/receipt`, token)).toMatchObject({ status: 403, code: 'other_team' });
    const other = await ask(`${id}/receipt?hunt=api-hunt`, token);
    expect(other).toMatchObject({ status: 403, code: 'hunt_not_allowed' });
    expect((await call(api.url, `GET /v1/events/${id}/receipt`)).status).toBe(401);
  });

  it('RC8 of a refused event is why and when, for its source and for nobody else', async () => {
    const { token, source, player } = await join('owls');
    const own = cloudEvent('MAST', { hunt: SLUG, team: 'owls', player, source, data: {} });
    const body = JSON.stringify(own);
    const type = 'application/cloudevents+json';
    expect((await call(api.url, 'POST /v1/events', { token, body, type })).status).toBe(422);
    const path = `${own.id}/receipt`;
    const { status, body: told } = await call(api.url, `GET /v1/events/${path}`, { token });
    expect([status, told['code'], told['path']]).toEqual([404, 'refused', 'data.code']);
    const refused = {
      id: own.id,
      outcome: 'invalid',
      code: 'contract',
      player,
      source,
      version: 1,
    };
    expect(told['refused']).toMatchObject({
      ...refused,
      hunt: SLUG,
      refusedAt: expect.any(Number),
    });
    const known = async () => {
      const { body: later } = await call(api.url, `GET /v1/events/${path}`, { token });
      return later['refused'];
    };
    await expect.poll(known).toMatchObject({ ...refused, state: 'open' });
    const other = await join('hares');
    expect(await ask(path, other.token)).toMatchObject({ status: 404, code: 'not_found' });
    expect(await ask(path)).toMatchObject({ status: 404, code: 'not_found' });
    const asked = await ask(`${path}?source=${encodeURIComponent(source)}`);
    expect(asked).toMatchObject({ status: 404, code: 'refused' });
    const argv = ['event', 'receipt', own.id, '--source', source, '--url', api.url];
    const onTerminal = run(process.execPath, [CLI, ...argv, '--token', api.token, '--json']);
    await expect(onTerminal).rejects.toMatchObject({
      ...{ code: 1, stdout: expect.stringContaining('"refused":{"id"') },
    });
  });

  it('that there is not is a problem with its reason', async () => {
    const unknown = await ask(`${cloudEvent('CLOCK').id}/receipt`);
    expect(unknown).toMatchObject({ status: 404, code: 'not_found' });
    expect(unknown.type).toContain('application/problem+json');
    for (const path of ['nonsense/receipt', `${cloudEvent('X').id}/receipt?position=-1`]) {
      expect(await ask(path)).toMatchObject({ status: 400, code: 'malformed' });
    }
  });

  it('is not there before the event is decided, which is worth asking again', async () => {
    await api.worker.kill();
    const event = cloudEvent('CLOCK', { hunt: SLUG, team: 'newts', player: 'newts' });
    const body = JSON.stringify(event);
    const type = 'application/cloudevents+json';
    await call(api.url, 'POST /v1/events', { token: api.token, body, type });
    const { status, code } = await ask(`${event.id}/receipt`);
    expect([status, code]).toEqual([409, 'undecided']);
  });
});
