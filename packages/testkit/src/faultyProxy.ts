/**
 * A TCP proxy before a server that has the faults of networks: it is cut, its answers come late, or
 * it swallows all that is sent without telling anybody.
 */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface FaultyProxy {
  readonly port: number;
  /** Drops every connection and refuses new ones until `mend`. */
  cut(): void;
  mend(): void;
  /**
   * Answers come so many milliseconds late: what was asked has taken effect by then, and whoever
   * asked may have given up.
   */
  slow(lateMs: number): void;
  /** Forgets the connections there are: no byte passes on them, and no end is told. */
  swallow(): void;
  close(): Promise<void>;
}

/** Stands before a server and listens on this machine, at any port that is free. */
export async function createFaultyProxy(
  target: Readonly<{ host: string; port: number }>,
): Promise<FaultyProxy> {
  const pairs = new Set<readonly [client: Socket, upstream: Socket]>();
  let isCut = false;
  let lateMs = 0;
  const server = createServer((client) => {
    if (isCut) {
      client.destroy();
      return;
    }
    const pair = [client, connect(target.port, target.host)] as const;
    const [, upstream] = pair;
    pairs.add(pair);
    for (const socket of pair) {
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        pairs.delete(pair);
        for (const either of pair) either.destroy();
      });
    }
    client.pipe(upstream);
    answer(upstream, client, () => lateMs);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const drop = () => {
    for (const pair of pairs) for (const socket of pair) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      isCut = true;
      drop();
    },
    mend() {
      isCut = false;
    },
    slow(ms) {
      lateMs = ms;
    },
    swallow() {
      for (const pair of pairs) for (const socket of pair) socket.unpipe().pause();
    },
    async close() {
      drop();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** In the order of coming, whatever the delay of each is. */
function answer(from: Socket, to: Socket, lateMs: () => number): void {
  let before = Promise.resolve();
  let waiting = 0;
  from.on('data', (chunk) => {
    const ms = lateMs();
    if (ms === 0 && waiting === 0) return void to.write(chunk);
    waiting += 1;
    const due = new Promise((resolve) => setTimeout(resolve, ms));
    before = before.then(async () => {
      await due;
      waiting -= 1;
      if (to.writable) to.write(chunk);
    });
  });
}
