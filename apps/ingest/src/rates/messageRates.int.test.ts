/** A real connection that speaks too fast. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { webSocketOf } from '../connections/webSocketOf.js';
import { DOOR_RATES } from '../limits.js';
import { MessageRates, type Speaking } from './messageRates.js';

const SOON = { timeout: 10_000, interval: 1 };
const TOO_MANY = DOOR_RATES.messages.burst + 50;

let sockets: Server;
let client: WebSocket;
let connection: Speaking;
let heard = 0;
let rates: MessageRates;

beforeEach(async () => {
  const http = createServer();
  sockets = new Server(http, { transports: ['websocket'] });
  rates = new MessageRates();
  heard = 0;
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  client = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`);
  await once(client, 'open');
  const joining = once(sockets.of('/'), 'connection');
  client.send('40');
  const [socket] = (await joining) as [Socket];
  connection = socket.conn as unknown as Speaking;
  rates.watch(connection);
  socket.onAny(() => {
    heard += 1;
  });
});
afterEach(async () => {
  client.terminate();
  await sockets.close();
});

const isPaused = () => webSocketOf(connection.transport)?.isPaused;
const flood = () => {
  for (let i = 0; i < TOO_MANY; i += 1) client.send('42["again"]');
};

describe('a connection that speaks too fast', () => {
  it('SO3 is not read for a while, and then all it said is heard', async () => {
    flood();
    await vi.waitFor(() => expect(isPaused()).toBe(true), SOON);
    await vi.waitFor(() => expect(heard).toBe(TOO_MANY), SOON);
    await vi.waitFor(() => expect(isPaused()).toBe(false), SOON);
  });

  it('is read on when it is a server’s', async () => {
    rates.free(connection);
    const pause = vi.spyOn(webSocketOf(connection.transport) as WebSocket, 'pause');
    flood();
    await vi.waitFor(() => expect(heard).toBe(TOO_MANY), SOON);
    expect(pause).not.toHaveBeenCalled();
  });
});
