/**
 * Connects again where Socket.IO does not by itself: after a refusal, after a server that asked
 * its clients to go, and when an app knows that the network is back.
 */
import type { Problem } from '@trove/contracts';
import { SDK_LIMITS } from './limits.js';

export interface ReconnectorOptions {
  readonly socket: { connect(): unknown; disconnect(): unknown };
  /** A fresh token; absent when there is none to be had. */
  readonly refresh?: (() => Promise<string>) | undefined;
}

/** One timer at most, ended by `close`. */
export class Reconnector {
  readonly #options: ReconnectorOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;

  constructor(options: ReconnectorOptions) {
    this.#options = options;
  }

  /** The server does not want this token: with a fresh one at once, else after a while. */
  afterRefusal({ code }: Problem): void {
    const { refresh } = this.#options;
    if (code !== 'token_expired' || refresh === undefined) this.later();
    else
      refresh().then(
        () => this.#connect(),
        () => this.later(),
      );
  }

  later(): void {
    clearTimeout(this.#timer);
    const waitMs = SDK_LIMITS.retryLastMs * (0.1 + 0.4 * Math.random());
    this.#timer = setTimeout(() => this.#connect(), waitMs);
  }

  /** Drops the connection, or the wait for one, and connects anew. */
  now(): void {
    this.#options.socket.disconnect();
    this.#connect();
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  #connect(): void {
    if (!this.#isClosed) this.#options.socket.connect();
  }
}
