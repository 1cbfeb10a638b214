/**
 * Receipts of events that Redis holds no more: the same facts from the archive, what the ledger
 * alone still knows, and how long both take. It prints the times.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LiveHunt, Receipt } from '@trove/contracts';
import { archiveReads, createDb, type Db } from '@trove/db';
import {
  connectRedis,
  createHuntDirectory,
  DEFAULT_KEYS,
  partitionKeys,
  type TroveRedis,
} from '@trove/streams';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, call, cloudEvent, connectPlay, HUNT, openApi } from './installation.js';

/** What 95 of 100 asks may take, ms, of an event that Redis holds and of one that it does not. */
const RECENT_MS = 50;
const ARCHIVED_MS = 1_000;
const ASKS = 40;

let api: Api;
let redis: TroveRedis;
let db: Db;
let live: LiveHunt;
const folder = mkdtempSync(join(tmpdir(), 'trove-receipts-'));

beforeAll(async () => {
  api = await openApi(14, {
    TROVE_ARCHIVE: 'on',
    ARCHIVE_DIR: folder,
    ARCHIVE_WAIT_SECONDS: '1',
  });
  redis = connectRedis(api.redisUrl, { name: 'archived-receipts' });
  db = createDb(api.databaseUrl);
  live = (await createHuntDirectory(redis).get(HUNT)) as LiveHunt;
});
afterAll(async () => {
  redis.disconnect();
  await db.close();
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

async function scan(code: string, team: string, player = team): Promise<string> {
  const event = cloudEvent(code, { team, player });
  const body = JSON.stringify(event);
  const type = 'application/cloudevents+json';
  const options = { token: api.token, body, type, prefer: 'wait=10' };
  expect((await call(api.url, 'POST /v1/events', options)).status).toBe(200);
  return event.id;
}

async function ask(id: string): Promise<Receipt> {
  const { status, body } = await call(api.url, `GET /v1/events/${id}/receipt`, {
    token: api.token,
  });
  expect(status).toBe(200);
  return body['receipt'] as Receipt;
}

/** Milliseconds of each ask. */
async function timed(id: string, asks: number): Promise<number[]> {
  const took: number[] = [];
  for (let i = 0; i < asks; i += 1) {
    const began = performance.now();
    await ask(id);
    took.push(performance.now() - began);
  }
  return took.sort((one, other) => one - other);
}

function shareOf(sorted: readonly number[], share: number): number {
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
}

function tell(what: string, sorted: readonly number[]): void {
  const at = (share: number) => shareOf(sorted, share).toFixed(1);
  process.stdout.write(`receipt ${what}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms\n`);
}

/** Waits until a file holds the position, then takes all of it from Redis. */
async function forget(position: number): Promise<void> {
  const isArchived = async () => {
    const files = await archiveReads(db).files({ partition: live.partition });
    return files.some(({ lastPosition }) => lastPosition >= position);
  };
  await expect.poll(isArchived, { timeout: 30_000 }).toBe(true);
  const { out, log } = partitionKeys(DEFAULT_KEYS, live.partition);
  await redis.xtrim(out, 'MAXLEN', 0);
  await redis.xtrim(log, 'MAXLEN', 0);
}

describe('a receipt of an old event', () => {
  it('has the same facts as when it was new, in time', async () => {
    const solved = await scan('CLOCK', 'herons');
    const missed = await scan('NOWHERE', 'herons');
    const [before, beforeMissed] = [await ask(solved), await ask(missed)];
    expect(before.provenance.readFrom).toBe('redis');
    const recent = await timed(solved, ASKS);
    tell('of a recent event', recent);
    await forget(beforeMissed.provenance.position);

    // It starts the process that reads the archive.
    const first = await timed(solved, 1);
    const { stages, board, ...after } = await ask(solved);
    const { stages: had, board: hadBoard, ...expected } = before;
    const provenance = { ...expected.provenance, readFrom: 'archive' };
    expect(after).toEqual({ ...expected, provenance, isDeliveryKnown: false });
    expect(stages).toEqual(had);
    expect(board).toMatchObject({ rankOfAfter: hadBoard?.rankOfAfter });
    const byId = await ask(missed);
    expect(byId).toMatchObject({ verdict: 'no_clue', provenance: { readFrom: 'archive' } });

    const archived = await timed(solved, ASKS);
    tell('of an archived event, the first', first);
    tell('of an archived event', archived);
    // Other tests run beside these, and how busy they keep the machine is told by the slowest.
    expect(shareOf(recent, 0.5)).toBeLessThan(RECENT_MS);
    expect(shareOf(archived, 0.5)).toBeLessThan(ARCHIVED_MS);
  });

  it('RC4 does not know of an acknowledgement that came after its file was written', async () => {
    const playerId = randomUUID();
    const body = JSON.stringify({ code: 'OPEN-SESAME', playerId, teamName: 'newts' });
    const joined = await call(api.url, `POST /v1/hunts/${HUNT}/join`, { body });
    const { token } = joined.body as { token: string };
    const { socket, firstResults } = await connectPlay(api.url, { token });
    const id = await scan('NOWHERE', 'newts', playerId);
    const { partition, epoch, offset } = await firstResults;
    const fresh = await ask(id);
    expect(fresh).toMatchObject({ isDeliveryKnown: true });
    expect(fresh.stages).not.toHaveProperty('acknowledgedAt');
    await forget(fresh.provenance.position);
    const seen = await socket.emitWithAck('results:seen', { partition, epoch, offset });
    expect(seen).toMatchObject({ ok: true });
    const old = await ask(id);
    expect(old).toMatchObject({ isDeliveryKnown: false, provenance: { readFrom: 'archive' } });
    expect(old.stages).not.toHaveProperty('acknowledgedAt');
    socket.disconnect();
  });

  it('is found by its id alone, without the place that is remembered', async () => {
    const id = await scan('NOWHERE', 'otters');
    await forget((await ask(id)).provenance.position);
    const { seen } = partitionKeys(DEFAULT_KEYS, live.partition);
    const hourMs = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
    await redis.del(seen(HUNT, hourMs - (hourMs % 3_600_000)));
    expect(await ask(id)).toMatchObject({ team: 'otters', provenance: { readFrom: 'archive' } });
  });

  it('tells what the ledger knows where the archive’s files are not to be had', async () => {
    const id = await scan('CLOCK', 'lynxes');
    await forget((await ask(id)).provenance.position);
    const elsewhere = `${folder}-elsewhere`;
    renameSync(folder, elsewhere);
    try {
      const receipt = await ask(id);
      expect(receipt).toMatchObject({
        team: 'lynxes',
        verdict: 'solved',
        points: 20,
        scoreAfter: 20,
        areRulesWhole: true,
        isDeliveryKnown: false,
        provenance: { readFrom: 'ledger' },
      });
      expect(receipt).not.toHaveProperty('data');
      expect(receipt.stages).not.toHaveProperty('receivedAt');
    } finally {
      renameSync(elsewhere, folder);
    }
  });
});
