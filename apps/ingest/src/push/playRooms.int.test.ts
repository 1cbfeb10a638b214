/** Real sockets, some of which do not read. No pipeline: what is pushed is made up here. */
import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BoardPush } from '@trove/contracts';
import { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { PlayNamespace, PlaySocket } from '../handlers/registerPlay.js';
import { DOOR_LIMITS } from '../limits.js';
import { Closings } from './closings.js';
import { playParser } from './playParser.js';
import { PlayRooms } from './playRooms.js';
import { unsentOf } from './unsent.js';

const ROOM = 'team:hunt/herons';
/** Large enough that a few fill what two kernels buffer for a connection. */
const LARGE = 'x'.repeat(256 * 1024);
/** Far more of them than kernels take. */
const MOST_PUSHES = 1_000;
const WITHIN = { timeout: 10_000, interval: 20 };
const SOON = { ...WITHIN, interval: 1 };

let http: HttpServer;
let sockets: Server;
let play: PlayNamespace;
let url: string;
let closings: Closings;
let rooms: PlayRooms;
const clients: { close(): unknown }[] = [];

beforeEach(async () => {
  http = createServer();
  sockets = new Server(http, { transports: ['websocket'], parser: playParser });
  play = sockets.of('/play') as PlayNamespace;
  play.on('connection', (socket) => void socket.join(ROOM));
  closings = new Closings();
  rooms = new PlayRooms(play, (socket) => closings.close(socket, 'too_slow'));
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  url = `127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await sockets.close();
});

/** A client that reads, and what it was pushed. */
async function reader(): Promise<{ socket: Socket; pushed: unknown[] }> {
  const socket = io(`http://${url}/play`, { transports: ['websocket'], reconnection: false });
  clients.push(socket);
  const pushed: unknown[] = [];
  socket.onAny((_name: string, value: unknown) => pushed.push(value));
  await once(socket as never, 'connect');
  return { socket, pushed };
}

/** A client that has joined and stopped reading; `frames` are those it was sent, once it reads. */
async function sleeper() {
  const client = new WebSocket(`ws://${url}/socket.io/?EIO=4&transport=websocket`);
  clients.push({ close: () => client.terminate() });
  const frames: string[] = [];
  client.on('message', (data: Buffer) => frames.push(data.toString('latin1')));
  await once(client, 'open');
  client.send('40/play,');
  await vi.waitFor(() => expect(frames.some((one) => one.startsWith('40/play,'))).toBe(true), SOON);
  client.pause();
  const socket = [...play.sockets.values()].at(-1) as PlaySocket;
  return { client, socket, frames };
}

const closed = () => closings.byReason.get('too_slow');
const turn = () => new Promise(setImmediate);
const results = (offset: number) => [Buffer.from(`{"offset":${offset},"text":"${LARGE}"}`)];
const board = (offset: number) => ({ offset, text: LARGE }) as unknown as BoardPush;

describe('a socket that does not read', () => {
  it('SO1 is closed with the reason when more waits than may, and holds up nobody', async () => {
    const fast = await reader();
    const slow = await sleeper();
    let pushes = 0;
    let mostUnsent = 0;
    while (closed() === 0 && pushes < MOST_PUSHES) {
      rooms.emitBytes(ROOM, 'results', results(pushes));
      pushes += 1;
      mostUnsent = Math.max(mostUnsent, unsentOf(slow.socket));
      await vi.waitFor(() => expect(fast.pushed).toHaveLength(pushes), SOON);
    }
    expect(closed()).toBe(1);
    expect(mostUnsent).toBe(DOOR_LIMITS.unsentPushes + 1);
    rooms.emitBytes(ROOM, 'results', results(pushes));
    expect(unsentOf(slow.socket)).toBeLessThanOrEqual(DOOR_LIMITS.unsentPushes + 2);
    slow.client.resume();
    await once(slow.client, 'close');
    expect(slow.frames.at(-1)).toMatch(/^42\/play,\["bye",\{"reason":"too_slow",/);
    expect(slow.frames.filter((one) => one.startsWith('42/play,["results"'))).toHaveLength(pushes);
    await vi.waitFor(() => expect(fast.pushed).toHaveLength(pushes + 1), SOON);
  });

  it('SO1 is cut off when it does not read its last message either', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const slow = await sleeper();
      for (let i = 0; closed() === 0 && i < MOST_PUSHES; i += 1) {
        rooms.emitBytes(ROOM, 'results', results(i));
        await turn();
      }
      const gone = once(slow.socket, 'disconnect');
      await vi.advanceTimersByTimeAsync(DOOR_LIMITS.byeMs);
      await gone;
      expect(play.sockets.size).toBe(0);
      expect(slow.frames.at(-1)).not.toContain('bye');
    } finally {
      vi.useRealTimers();
    }
  });

  it('SO2 gets the newest board after what waited, and is not closed for boards', async () => {
    const fast = await reader();
    const slow = await sleeper();
    for (let i = 0; i < 4 * DOOR_LIMITS.unsentPushes; i += 1) {
      rooms.emitLatest(ROOM, 'board', board(i));
      await vi.waitFor(() => expect(fast.pushed).toHaveLength(i + 1), SOON);
    }
    expect(closed()).toBe(0);
    expect(unsentOf(slow.socket)).toBe(0);
    slow.client.resume();
    const newest = `"offset":${4 * DOOR_LIMITS.unsentPushes - 1},`;
    await vi.waitFor(() => expect(slow.frames.at(-1)?.includes(newest)).toBe(true), SOON);
    expect(slow.frames.length).toBeLessThan(4 * DOOR_LIMITS.unsentPushes);
  });
});

describe('a socket that reads', () => {
  it('SO1 is not closed for what is pushed to it at once', async () => {
    const { pushed } = await reader();
    const many = 10 * DOOR_LIMITS.unsentPushes;
    for (let i = 0; i < many; i += 1) {
      rooms.emitBytes(ROOM, 'results', [Buffer.from('{"offset":'), Buffer.from(`${i}}`)]);
    }
    await vi.waitFor(() => expect(pushed).toHaveLength(many), SOON);
    expect(pushed).toEqual(Array.from({ length: many }, (_, offset) => ({ offset })));
    expect(closed()).toBe(0);
  });

  it('SO1 of many in a room is pushed a board once, over several turns', async () => {
    const many = DOOR_LIMITS.pushesPerTurn + 20;
    const readers = await Promise.all(Array.from({ length: many }, reader));
    rooms.emitLatest(ROOM, 'board', { offset: 1 } as unknown as BoardPush);
    rooms.emitLatest(ROOM, 'board', { offset: 2 } as unknown as BoardPush);
    await vi.waitFor(() => {
      for (const { pushed } of readers) expect(pushed.at(-1)).toEqual({ offset: 2 });
    }, WITHIN);
    for (const { pushed } of readers) expect(pushed.length).toBeLessThanOrEqual(2);
  });

  it('is pushed what came before and after in the order it was sent', async () => {
    const { pushed } = await reader();
    rooms.emitLatest(ROOM, 'board', { offset: 1 } as unknown as BoardPush);
    rooms.emitBytes(ROOM, 'results', [Buffer.from('{"offset":2}')]);
    rooms.emit(ROOM, 'board', { offset: 3 } as unknown as BoardPush);
    await vi.waitFor(() => expect(pushed).toHaveLength(3), SOON);
    expect(pushed).toEqual([{ offset: 1 }, { offset: 2 }, { offset: 3 }]);
  });

  it('is pushed a message that was framed once for its room', async () => {
    const readers = await Promise.all(Array.from({ length: 5 }, reader));
    const concat = vi.spyOn(Buffer, 'concat');
    try {
      rooms.emitBytes(ROOM, 'results', [Buffer.from('{"offset":1}')]);
      expect(concat).toHaveBeenCalledTimes(1);
    } finally {
      concat.mockRestore();
    }
    await vi.waitFor(() => {
      for (const { pushed } of readers) expect(pushed).toEqual([{ offset: 1 }]);
    }, SOON);
  });
});
