/** In which order packets of one sender reach the log, and what is kept of those that don't. */
import type { LiveHunt, SourceClaims } from '@trove/contracts';
import {
  createIdentities,
  EntryWriter,
  type HuntDirectory,
  MetricsCollector,
  type Quarantining,
  RedisEventLog,
  type TroveRedis,
} from '@trove/streams';
import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import { DOOR_LIMITS } from '../limits.js';
import { EventRates } from '../rates/eventRates.js';
import { Appender } from './appender.js';
import { Door } from './door.js';
import { HuntsView } from './huntsView.js';
import { scanPacket } from './scan/packetScanner.js';
import { ScannedMessage } from './scan/scannedMessage.js';
import { Sender } from './sender.js';

const NOW_MS = Date.now();
const SOURCE = '/servers/one';
const exp = NOW_MS / 1000 + 300;
const identities = await createIdentities();

const live = (slug: string) =>
  ({ slug, partition: 0, version: 1, clock: 'wall', phase: 'live' }) as LiveHunt;

/** A log that is kept here instead of in Redis, and the codes that were scanned in its order. */
function openLog() {
  const rows: [Buffer, Buffer[]][] = [];
  const state = { isAway: false };
  const redis = {
    async troveAppend(...[, , , , blob]: [number, string, string, string, Buffer]) {
      if (state.isAway) throw new Error('no answer');
      const id = `${rows.length + 1}-0`;
      const micros = String(NOW_MS * 1000);
      rows.push([Buffer.from(id), [Buffer.from('t'), Buffer.from(micros), Buffer.from('e'), blob]]);
      return [id, 0, 1, micros];
    },
    xrangeBuffer: async () => rows,
  } as unknown as TroveRedis;
  const log = new RedisEventLog({ redis });
  const codes = async () => {
    const entries = await log.read({ partition: 0, after: '0-0', maxEntries: 100, waitMs: 0 });
    return entries.flatMap(({ events }) => events.map(({ data }) => (data as Scan).code));
  };
  return { log, codes, state };
}

interface Scan {
  readonly code: string;
}

/** A door whose look-ups of hunts the test answers. */
function openDoor() {
  const { log, codes, state } = openLog();
  const kept: Quarantining[] = [];
  const troubles: string[] = [];
  const lookUps: { give(found: LiveHunt | undefined): void; fail(error: Error): void }[] = [];
  const directory = {
    get: () => new Promise((give, fail) => lookUps.push({ give, fail })),
  } as unknown as HuntDirectory;
  const hunts = new HuntsView(directory, () => undefined);
  hunts.put(live('harbour'));
  const appender = new Appender({
    log,
    door: 'door',
    createWriter: () => new EntryWriter(identities.hasher),
    wake: () => undefined,
    onUndecided: () => undefined,
  });
  const door = new Door({
    appender,
    hunts,
    identities,
    metrics: new MetricsCollector('door', 'ingest'),
    pressure: { retryAfterMs: () => undefined, retryRefusalsAfterMs: () => undefined },
    rates: new EventRates(1_000),
    isOwnPhoto: () => true,
    quarantine: async (refused) => void kept.push(...refused),
    nowUs: () => NOW_MS * 1000,
    onError: (_error, what) => troubles.push(what),
  });
  return { door, codes, kept, troubles, lookUps, log: state };
}

const source = () => {
  const claims = { kind: 'source', sub: SOURCE, hunts: ['*'], may: ['send'], exp };
  return new Sender(claims as unknown as SourceClaims);
};

const event = (code: string, hunt = 'harbour') => ({
  ...{ id: uuidv7(), type: 'code.scanned.v1', time: new Date(NOW_MS).toISOString() },
  ...{ hunt, player: 'ada', team: 'herons', data: { code } },
});
const head = { specversion: '1.0', source: SOURCE, sentAt: new Date(NOW_MS).toISOString() };

const parsed = (...events: readonly unknown[]) => ({
  value: { ...head, events },
  transport: 'socket' as const,
  receivedAtUs: NOW_MS * 1000,
});

/** What the socket's parser makes of a packet in which all is as usual. */
function scanned(...events: readonly object[]) {
  const text = JSON.stringify(['events:send', { ...head, events }]);
  const packet = scanPacket(text, text.indexOf('{'));
  if (packet === undefined) throw new Error('not scanned');
  return { ...parsed(), value: new ScannedMessage(packet, text, 0) };
}

it('appends packets of a socket in the order in which they came, whichever waits', async () => {
  const { door, codes, lookUps } = openDoor();
  const sender = source();
  const sent = [
    door.take(parsed(event('ONE'), 42), sender),
    door.take(scanned(event('TWO')), sender),
    door.take(parsed(event('THREE'), event('FOUR', 'museum')), sender),
    door.take(scanned(event('FIVE')), sender),
  ];
  const other = await door.take(scanned(event('OTHER')), source());
  expect(other).toMatchObject({ acks: ['appended'] });
  expect(await codes()).toEqual(['OTHER', 'ONE', 'TWO']);
  lookUps[0]?.give(live('museum'));
  const acks = (await Promise.all(sent)).map((reply) => reply.ok && reply.acks);
  expect(acks).toEqual([
    ['appended', 'invalid'],
    ['appended'],
    ['appended', 'appended'],
    ['appended'],
  ]);
  expect(await codes()).toEqual(['OTHER', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE']);
});

it('keeps what it refuses once, though the packet has to come again', async () => {
  const { door, codes, kept, log } = openDoor();
  const packet = parsed(event('ONE'), 42);
  log.isAway = true;
  const first = await door.take(packet, source());
  expect(first).toMatchObject({ acks: ['busy', 'busy'] });
  expect(kept).toEqual([]);
  log.isAway = false;
  expect(await door.take(packet, source())).toMatchObject({ acks: ['appended', 'invalid'] });
  expect(await codes()).toEqual(['ONE']);
  expect(kept).toHaveLength(1);
});

it('holds back what waited for a packet that could not be taken', async () => {
  const { door, codes, lookUps, troubles } = openDoor();
  const sender = source();
  const first = parsed(event('ONE', 'museum'));
  const sent = [door.take(first, sender), door.take(scanned(event('TWO')), sender)];
  lookUps[0]?.fail(new Error('no answer'));
  const [one, two] = await Promise.all(sent);
  expect(one).toMatchObject({ acks: ['busy'], errors: { 0: { code: 'busy' } } });
  expect(two).toMatchObject({ acks: ['busy'], errors: { 0: { code: 'out_of_order' } } });
  expect(troubles).toEqual(['hunts could not be looked up']);
  const again = door.take(first, sender);
  lookUps[1]?.give(live('museum'));
  expect(await again).toMatchObject({ acks: ['appended'] });
  expect(await codes()).toEqual(['ONE']);
});

it('lets no more packets wait for their turn than may be in flight', async () => {
  const { door, codes, lookUps } = openDoor();
  const sender = source();
  const first = door.take(parsed(event('ONE', 'museum')), sender);
  const most = DOOR_LIMITS.packetsPerSocket;
  const rest = Array.from({ length: most - 1 }, () => door.take(scanned(event('MORE')), sender));
  const over = await door.take(scanned(event('OVER')), sender);
  expect(over).toMatchObject({ ok: false, error: { code: 'rate_limited' } });
  lookUps[0]?.give(live('museum'));
  await Promise.all([first, ...rest]);
  expect(await codes()).toEqual(['ONE', ...rest.map(() => 'MORE')]);
});
