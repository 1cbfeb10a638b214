/** What happens to a hunt before somebody repairs: versions of it, and events that are refused. */
import { createHash, randomUUID } from 'node:crypto';
import { EventId, type HuntDefinition, type QuarantineEntry } from '@trove/contracts';
import { canonicalHunt, decide, type Held } from '@trove/core';
import { quarantineStore } from '@trove/db';
import {
  announcePublication,
  createIdentities,
  createQuarantineSource,
  localUs,
  quarantine,
  RedisEventLog,
  RedisStateStore,
} from '@trove/streams';
import { compiled, emptyView, huntDefinition } from '@trove/testkit';
import type { RepairDeps } from './repairDeps.js';

export async function publishOn(
  deps: RepairDeps,
  version: number,
  definition: HuntDefinition,
): Promise<void> {
  const { redis, keys } = deps;
  const body = canonicalHunt(definition);
  const hash = createHash('sha256').update(body).digest('hex');
  const stored = { slug: 'test-hunt', version, hash, body, partition: 0, eventId: newId() };
  await announcePublication(redis, stored, keys);
  await drainOn(deps);
}

function newId(): EventId {
  const head = Date.now().toString(16).padStart(12, '0');
  return EventId.parse(`${head.slice(0, 8)}-${head.slice(8)}-7${randomUUID().slice(15)}`);
}

/** Decides whatever waits, without a worker. */
export async function drainOn({ redis, keys }: RepairDeps): Promise<void> {
  const store = new RedisStateStore({ redis, keys, nowUs: localUs });
  const lease = { partition: 0, token: 'w1' };
  const from = (await store.acquire(lease)) as Held;
  const log = new RedisEventLog({ redis, keys });
  const query = { partition: 0, after: from.cursor, maxEntries: 100, waitMs: 0 };
  const entries = await log.read(query);
  const names = { hunts: ['test-hunt'], teams: [], players: [], replays: [] };
  const { hunts } = await store.load({ partition: 0, ...names });
  const view = { ...emptyView(compiled(huntDefinition())), hunt: () => hunts[0] };
  const chunk = { entries, decided: from.decided, repeats: new Map(), poisoned: new Set<number>() };
  const decision = decide(chunk, { ...view, isParked: () => true });
  if (entries.length === 0) return;
  const reply = await store.commit({ lease, from, decision, isFirst: true });
  if (reply.kind !== 'held') throw new Error(reply.kind);
}

/** Scans with these codes, refused and parked as the door does it. */
export async function refuseOn(
  { db, redis, keys }: RepairDeps,
  ...codes: string[]
): Promise<QuarantineEntry[]> {
  const { sourceHash } = await createIdentities();
  const [hunt, type, team] = ['test-hunt', 'code.scanned.v1', 'herons'];
  const refused = codes.map((code) => {
    const id = newId();
    const event = { id, type, time: new Date().toISOString(), hunt, player: team, team };
    const original = JSON.stringify({ ...event, data: { code } });
    const record = {
      ...({ refusedAt: Date.now(), stage: 'door', ack: 'invalid', code: 'contract' } as const),
      ...{ path: 'data.code', detail: 'a name', eventId: id, hunt, type, source: '/test' },
      ...({ player: team, team, transport: 'http', reserialised: false, original } as const),
      ...{ originalBytes: Buffer.byteLength(original), originalSha256: '', huntVersion: 1 },
    };
    return { record, parking: { partition: 0, hunt, id, sourceHash: sourceHash('/test') } };
  });
  await quarantine(redis, refused, keys);
  const source = createQuarantineSource(redis, 1, keys);
  const store = quarantineStore(db);
  const fromId = await store.cursor('door');
  const entries = await source.read('door', fromId, 200);
  await store.apply({ stream: 'door', fromId, toId: entries.at(-1)?.streamId ?? '', entries });
  return entries;
}

/** The same under another id, refused by a partition long ago and copied only now. */
export async function refuseLateOn({ db }: RepairDeps, like: QuarantineEntry): Promise<void> {
  const place = { stream: 'p0', streamId: '1-0' };
  const entry = { ...like, ...place, eventId: newId() };
  await quarantineStore(db).apply({ ...place, fromId: '0-0', toId: '1-0', entries: [entry] });
}
