/** Sockets that this door closed by itself, counted by the reason it gave. */
import { ByeReason } from '@trove/contracts';
import type { PlaySocket } from '../handlers/registerPlay.js';
import { sayBye } from './sayBye.js';

export class Closings {
  readonly #byReason = new Map<ByeReason, number>(ByeReason.options.map((one) => [one, 0]));

  /** Closes a socket that is not going already. */
  close(socket: PlaySocket, reason: ByeReason): void {
    if (sayBye(socket, reason)) this.count(reason, 1);
  }

  count(reason: ByeReason, sockets: number): void {
    this.#byReason.set(reason, (this.#byReason.get(reason) ?? 0) + sockets);
  }

  /** Since the door began. */
  get byReason(): ReadonlyMap<ByeReason, number> {
    return this.#byReason;
  }
}
