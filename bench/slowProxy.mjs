/**
 * A TCP proxy whose answers come as late as it is told: what was asked has taken effect by then,
 * and whoever asked may have given up.
 */
import { connect, createServer } from 'node:net';

/**
 * @param {number} port of the server behind it, on this machine
 * @returns {Promise<{port: number, slow(ms: number): void, close(): void}>}
 */
export async function createSlowProxy(port) {
  const open = new Set();
  let lateMs = 0;
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        open.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.pipe(upstream);
    passOn(upstream, client, () => lateMs);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: /** @type {import('node:net').AddressInfo} */ (server.address()).port,
    slow(ms) {
      lateMs = ms;
    },
    close() {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}

/** In the order of coming, whatever the delay of each is. */
function passOn(from, to, lateMs) {
  let before = Promise.resolve();
  from.on('data', (chunk) => {
    const due = new Promise((resolve) => setTimeout(resolve, lateMs()));
    before = before.then(() => due).then(() => void (to.writable && to.write(chunk)));
  });
}
