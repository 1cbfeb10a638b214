/**
 * The tab's end of `/api/live`. It keeps the state, tells listeners about it once a second (one
 * beat for all charts), and comes back by itself from the last message it has seen.
 */

import { applyMessage, type LiveState } from './liveState';
import type { LiveMessage } from './messages';

/** One beat of the charts. */
const BEAT_MS = 1_000;
const RECONNECT_MS = 1_500;
const LIVE_URL = '/api/live';
const SESSION_URL = '/api/session';

export interface LiveClientOptions {
  /** Called when the server says that nobody is signed in any more. */
  readonly onSignedOut: () => void;
  readonly clock: () => number;
}

export class LiveClient {
  readonly #options: LiveClientOptions;
  readonly #listeners = new Set<() => void>();
  #source: EventSource | undefined;
  #lastEventId = '';
  #state: LiveState | undefined;
  #shown: LiveState | undefined;
  #beat: ReturnType<typeof setInterval> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(options: LiveClientOptions) {
    this.#options = options;
  }

  /** The newest state; changes with every message, without telling anyone. */
  get newest(): LiveState | undefined {
    return this.#state;
  }

  /** The state of the last beat, for React. */
  readonly getShown = (): LiveState | undefined => this.#shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  open(): void {
    this.#connect();
    this.#beat = setInterval(() => this.#show(), BEAT_MS);
  }

  close(): void {
    clearInterval(this.#beat);
    clearTimeout(this.#retry);
    this.#source?.close();
  }

  #connect(): void {
    const after = this.#lastEventId && `?after=${encodeURIComponent(this.#lastEventId)}`;
    const source = new EventSource(`${LIVE_URL}${after}`);
    this.#source = source;
    source.onmessage = (event: MessageEvent<string>) => {
      this.#lastEventId = event.lastEventId;
      const message = JSON.parse(event.data) as LiveMessage;
      const isFirst = this.#state === undefined;
      this.#state = applyMessage(this.#state, message, this.#options.clock());
      if (isFirst) this.#show();
    };
    source.onerror = () => {
      // While the browser retries by itself it repeats the last id; a refusal ends that.
      if (source.readyState === EventSource.CLOSED) void this.#afterRefusal();
    };
  }

  async #afterRefusal(): Promise<void> {
    const answer = await fetch(SESSION_URL, { cache: 'no-store' }).catch(() => undefined);
    if (answer?.status === 401) this.#options.onSignedOut();
    else this.#retry = setTimeout(() => this.#connect(), RECONNECT_MS);
  }

  #show(): void {
    if (this.#shown === this.#state) return;
    this.#shown = this.#state;
    for (const listener of this.#listeners) listener();
  }
}
