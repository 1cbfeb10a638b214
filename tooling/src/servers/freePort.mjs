/** Ports: the usual one where it is free, else the next that is, and a word about it. */
import { createServer } from 'node:net';
import { Explained, say } from '../say.mjs';

const TRIES = 50;
const PORTS = 65_536;

/**
 * The first free port from `preferred` on; says so when it is another.
 *
 * @param {number} preferred
 * @param {string} name who will listen there
 * @param {readonly number[]} [promised] ports that are free still, but given to others already
 */
export async function freePort(preferred, name, promised = []) {
  const end = Math.min(preferred + TRIES, PORTS);
  for (let port = preferred; port < end; port += 1) {
    if (promised.includes(port) || !(await isFree(port))) continue;
    if (port !== preferred) say(`  ! port ${preferred} is taken: ${name} uses ${port}`);
    return port;
  }
  throw new Explained(`No free port for ${name} from ${preferred} to ${end - 1}.`);
}

/** Any free port, for servers nobody looks for by number. */
export function anyPort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** Free on every address: a server that listens on one of them would answer in our place. */
async function isFree(port) {
  for (const host of ['127.0.0.1', '0.0.0.0', '::']) {
    if ((await listenError(port, host)) === 'EADDRINUSE') return false;
  }
  return true;
}

function listenError(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', (error) => resolve(/** @type {{code?: string}} */ (error).code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
