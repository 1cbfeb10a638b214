/**
 * Holds the players' sockets, moves the board they all watch, and sends single events among them.
 * One process has all sockets, so that one clock sees every board; what it takes to read them is
 * in the figures.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { makeEventId } from '@trove/player-sdk';
import { FailedError } from '../../exits.js';
import { kindOf } from '../huntFiles.js';
import { BENCH } from '../limits.js';
import { quantilesOf } from '../quantiles.js';
import type { SourceToken } from '../shapes.js';
import { WireSocket } from '../wireSocket.js';
import { BoardWatch } from './boardWatch.js';
import type { SocketsResult, SocketsTask } from './shapes.js';

/** @param onHeld called with the first sockets open, and with all; resolves when it may go on */
export async function socketsLoad(
  task: SocketsTask,
  onHeld: () => Promise<void>,
): Promise<SocketsResult> {
  const source = await WireSocket.open(task.url, task.source);
  const mover = new Mover(source, task.hunt);
  const { first } = BENCH.sockets;
  const players = await openAll(task.url, task.players.slice(0, first));
  await sleep(BENCH.sockets.settleMs);
  await onHeld();
  players.push(...(await openAll(task.url, task.players.slice(first))));
  for (const socket of [source, ...players]) {
    socket.onClose = () => {
      throw new FailedError('the server closed a socket of the bench');
    };
  }
  await sleep(BENCH.sockets.settleMs);
  await onHeld();
  const fanOut = await moveBoards(mover, new BoardWatch(players), task.changes);
  const result = await askResults(mover, task.results);
  for (const socket of [source, ...players]) socket.close();
  return { fanOut, result };
}

async function openAll(url: string, tokens: readonly SourceToken[]): Promise<WireSocket[]> {
  const open: WireSocket[] = [];
  const { openAtOnce } = BENCH.sockets;
  for (let from = 0; from < tokens.length; from += openAtOnce) {
    const some = tokens.slice(from, from + openAtOnce);
    open.push(...(await Promise.all(some.map((one) => WireSocket.open(url, one)))));
  }
  return open;
}

async function moveBoards(mover: Mover, watch: BoardWatch, changes: number) {
  const each: number[] = [];
  const last: number[] = [];
  for (let change = 0; change < changes; change += 1) {
    const boards = within(watch.next(), 'a board');
    await mover.scan(`movers-${Math.floor(change / CODES.length)}`, CODES[change % CODES.length]);
    const arrivals = await boards;
    const first = arrivals[0] ?? 0;
    each.push(...arrivals.map((atMs) => atMs - first));
    last.push((arrivals.at(-1) ?? first) - first);
    await sleep(BENCH.sockets.betweenBoardsMs);
  }
  return {
    each: quantilesOf(Float64Array.from(each)),
    last: quantilesOf(Float64Array.from(last)),
  };
}

/** Of events that move no points, and so no board. */
async function askResults(mover: Mover, results: number) {
  const latencies = new Float64Array(results);
  for (let i = 0; i < results; i += 1) {
    const fromMs = performance.now();
    await mover.scan('askers', 'NOT-A-CODE');
    latencies[i] = performance.now() - fromMs;
    await sleep(BENCH.sockets.betweenResultsMs);
  }
  return quantilesOf(latencies);
}

/** The codes of a hunt of the bench: each moves a team's points once. */
const CODES = Array.from({ length: BENCH.cluesPerHunt }, (_, index) => index)
  .filter((index) => kindOf(index) === 'code')
  .map((index) => `CODE-${index}`);

/** Sends one event at a time and waits for its result. */
class Mover {
  constructor(
    private readonly socket: WireSocket,
    private readonly hunt: string,
  ) {}

  scan(team: string, code = ''): Promise<void> {
    const id = makeEventId(Date.now());
    const time = new Date().toISOString();
    const { hunt } = this;
    const who = { hunt, player: `${team}-player`, team };
    const event = { id, type: 'code.scanned.v1', time, ...who, data: { code } };
    const decided = new Promise<void>((resolve) => {
      this.socket.onResults = (frame) => {
        if (frame.includes(id)) resolve();
      };
    });
    this.socket.send(JSON.stringify(event), time);
    return within(decided, 'a result');
  }
}

function within<T>(promise: Promise<T>, what: string): Promise<T> {
  const { waitMs } = BENCH.sockets;
  const late = sleep(waitMs, undefined, { ref: false }).then(() => {
    throw new FailedError(`${what} did not come within ${waitMs} ms`);
  });
  return Promise.race([promise, late]);
}
