/**
 * How fast a connection may speak, whatever it says and whether or not it has said who it is. One
 * that speaks faster is not read for a while: its own network holds it up, nothing is lost, and
 * nobody else waits. Servers are not bound: they have a bound on what is under way.
 */
import { webSocketOf } from '../connections/webSocketOf.js';
import { DOOR_LIMITS, DOOR_RATES, RATE_KEYS } from '../limits.js';
import { RateLimiter } from './rateLimiter.js';

/** A connection of Engine.IO. */
export interface Speaking {
  readonly id: string;
  readonly transport: object;
  on(event: 'packet', listen: () => void): void;
}

export class MessageRates {
  readonly #rates = new RateLimiter(DOOR_RATES.messages, RATE_KEYS);
  readonly #free = new WeakSet<object>();

  /** From now on every message of the connection counts. */
  watch(connection: Speaking): void {
    connection.on('packet', () => {
      if (!this.#free.has(connection)) this.#count(connection);
    });
  }

  /** It is a server's. */
  free(connection: object): void {
    this.#free.add(connection);
  }

  #count({ id, transport }: Speaking): void {
    const waitMs = this.#rates.take(id, 1, performance.now());
    const socket = waitMs === 0 ? undefined : webSocketOf(transport);
    // What had been read before it was paused still comes.
    if (socket === undefined || socket.isPaused) return;
    socket.pause();
    setTimeout(() => socket.resume(), Math.max(waitMs, DOOR_LIMITS.pauseMs)).unref();
  }
}
