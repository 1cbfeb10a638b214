/** When each of many sockets has had the board that is waited for. */
import type { WireSocket } from '../wireSocket.js';

export class BoardWatch {
  readonly #count: number;
  #arrivals: number[] = [];
  #had = new Set<number>();
  #settle: (arrivals: readonly number[]) => void = () => undefined;

  constructor(sockets: readonly WireSocket[]) {
    this.#count = sockets.length;
    sockets.forEach((socket, number) => {
      socket.onBoard = () => this.#take(number);
    });
  }

  /** Resolves once all have had their next board; milliseconds, in the order of arrival. */
  next(): Promise<readonly number[]> {
    this.#arrivals = [];
    this.#had = new Set();
    return new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  #take(socket: number): void {
    if (this.#had.has(socket)) return;
    this.#had.add(socket);
    this.#arrivals.push(performance.now());
    if (this.#had.size === this.#count) this.#settle(this.#arrivals);
  }
}
