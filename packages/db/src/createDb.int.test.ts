import type { AddressInfo } from 'node:net';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createDb, type Db } from './createDb.js';
import { isTransient } from './isTransient.js';
import { huntReads } from './reads/huntReads.js';
import { ledgerStore } from './stores/ledgerStore.js';
import { createTestDatabase, type TestDatabase } from './testing/createTestDatabase.js';

const SERVER_URL = process.env['TEST_DATABASE_URL'] ?? '';

/** Stands between a client and PostgreSQL, and can cut or silence what passes. */
class Wire {
  private readonly sockets = new Set<Socket>();
  private isMute = false;
  private server: Server | undefined;

  constructor(private readonly target: { host: string; port: number }) {}

  async open(port = 0): Promise<number> {
    this.isMute = false;
    const server = createServer((client) => this.join(client));
    this.server = server;
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  }

  /** As a stopped process or a dead network: connections stay, nothing arrives. */
  silence(): void {
    this.isMute = true;
  }

  /** As a killed process: connections end, new ones are refused. */
  async cut(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  private join(client: Socket): void {
    const upstream = connect(this.target);
    this.pass(client, upstream);
    this.pass(upstream, client);
  }

  private pass(from: Socket, to: Socket): void {
    this.sockets.add(from);
    from.on('data', (data) => {
      if (!this.isMute) to.write(data);
    });
    from.on('error', () => to.destroy());
    from.on('close', () => {
      this.sockets.delete(from);
      to.destroy();
    });
  }
}

let database: TestDatabase;
let db: Db;
let wire: Wire;

async function openThroughWire(): Promise<number> {
  database = await createTestDatabase(SERVER_URL);
  const url = new URL(database.url);
  wire = new Wire({ host: url.hostname, port: Number(url.port || 5432) });
  const port = await wire.open();
  url.hostname = '127.0.0.1';
  url.port = String(port);
  db = createDb(url.href);
  return port;
}

afterEach(async () => {
  await db.close();
  await wire.cut();
  await database.drop();
});

/** The error of a promise that must reject, and how long it took. */
async function failureOf(work: () => Promise<unknown>) {
  const startedAt = performance.now();
  const error = await work().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { error, tookMs: performance.now() - startedAt };
}

describe('createDb', () => {
  it('fails at once while PostgreSQL is gone, and works again by itself', async () => {
    const port = await openThroughWire();
    await ledgerStore(db).cursor(0);
    await wire.cut();
    for (const work of [() => ledgerStore(db).cursor(0), () => huntReads(db).versions('none')]) {
      const { error, tookMs } = await failureOf(work);
      expect(isTransient(error), String(error)).toBe(true);
      expect(tookMs).toBeLessThan(2_000);
    }
    await wire.open(port);
    await expect.poll(() => ledgerStore(db).cursor(0)).toEqual({ epoch: 0, offset: '0-0' });
    expect(await huntReads(db).versions('none')).toEqual([]);
  });

  it('fails within two seconds while PostgreSQL is silent, and works again by itself', async () => {
    const port = await openThroughWire();
    await ledgerStore(db).cursor(0);
    wire.silence();
    const chunk = { id: '1-0', epoch: 1, firstPosition: 0, entries: [], publications: [] };
    const batch = { partition: 0, from: { epoch: 0, offset: '0-0' }, chunks: [chunk] };
    const failures = await Promise.all(
      [
        () => ledgerStore(db).apply(batch),
        () => ledgerStore(db).cursor(0),
        () => huntReads(db).versions('none'),
      ].map(failureOf),
    );
    for (const { error, tookMs } of failures) {
      expect(isTransient(error), String(error)).toBe(true);
      expect(tookMs).toBeLessThan(2_300);
    }
    await wire.cut();
    await wire.open(port);
    expect(await ledgerStore(db).apply(batch)).toMatchObject({ kind: 'applied' });
  });
});
