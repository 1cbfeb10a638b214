/**
 * A player on a bare Socket.IO client whose connection is cut and made again. It keeps what the
 * documents tell a client to keep, the last place it has had, and counts what it was pushed.
 */
import { performance } from 'node:perf_hooks';
import { io } from 'socket.io-client';

const RETRY_MS = 200;

export class DroppedPlayer {
  drops = 0;
  /** Tries to come back that the door refused. */
  refused = 0;
  /** From a try to come back to its welcome. */
  resumedMs = [];
  #positions = new Set();
  #again = 0;
  #snapshots = 0;
  /** Spans of positions that a snapshot stands for, their ends left out. */
  #excused = [];
  #from = undefined;
  #last = undefined;
  #askedMs = 0;
  #welcomed = () => undefined;

  constructor({ url, token, team }) {
    this.team = team;
    this.socket = io(`${url}/play`, {
      transports: ['websocket'],
      forceNew: true,
      autoConnect: false,
      reconnection: false,
      auth: (give) => give(this.#last === undefined ? { token } : { token, last: [this.#last] }),
    });
    this.socket.on('welcome', (welcome) => this.#onWelcome(welcome));
    this.socket.on('results', (push) => this.#onResults(push));
    this.socket.on('connect_error', () => {
      this.refused += 1;
      setTimeout(() => this.#connect(), RETRY_MS);
    });
  }

  /** Connects; resolves once the door has welcomed it. */
  connected() {
    return new Promise((resolve) => {
      this.#welcomed = resolve;
      this.#connect();
    });
  }

  /** As a lost signal does: no last words. */
  cut() {
    this.drops += 1;
    this.socket.io.engine.transport.ws.terminate();
  }

  close() {
    this.socket.disconnect();
  }

  /** Of the positions that its team's results stand at. */
  judge(positions) {
    const due = positions.filter((position) => position >= this.#from);
    const had = due.filter((position) => this.#positions.has(position));
    const inSnapshots = due.filter((position) => this.#isExcused(position)).length;
    return {
      expected: due.length,
      delivered: had.length,
      snapshots: this.#snapshots,
      inSnapshots,
      missing: due.length - had.length - inSnapshots,
      again: this.#again,
    };
  }

  #connect() {
    this.#askedMs = performance.now();
    this.socket.connect();
  }

  #onWelcome({ offsets: [head], recovered }) {
    this.resumedMs.push(performance.now() - this.#askedMs);
    this.#from ??= head.offset;
    if (!recovered) {
      this.#snapshots += 1;
      this.#excused.push({ from: this.#last.offset, to: head.offset });
    }
    if (!recovered || this.#last === undefined) this.#last = head;
    this.#welcomed();
  }

  #onResults({ partition, epoch, offset, results }) {
    this.#last = { partition, epoch, offset };
    for (const { position } of results) {
      if (this.#positions.has(position)) this.#again += 1;
      this.#positions.add(position);
    }
  }

  #isExcused(position) {
    if (this.#positions.has(position)) return false;
    return this.#excused.some(({ from, to }) => position >= from && position < to);
  }
}
