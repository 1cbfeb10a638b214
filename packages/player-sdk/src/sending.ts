/** Takes intents of a player into its queue, and says so when one can't be taken. */
import type { PlayEvent } from '@trove/contracts';
import type { Channel } from './channel.js';
import type { Intent } from './eventMaker.js';
import type { Intents } from './intents.js';
import type { Outbox } from './outbox.js';
import type { Sent } from './player.js';

export interface SendingOptions {
  readonly make: (intent: Intent) => PlayEvent;
  readonly outbox: Outbox<PlayEvent>;
  readonly intents: Intents;
  readonly channel: Channel<PlayEvent>;
}

export class Sending {
  /** How many times there was no room. */
  timesFull = 0;
  readonly #options: SendingOptions;
  #isClosed = false;

  constructor(options: SendingOptions) {
    this.#options = options;
  }

  send(intent: Intent): Sent {
    const { make, outbox, intents, channel } = this.#options;
    if (this.#isClosed) return { ok: false, reason: 'closed' };
    const event = make(intent);
    const offered = outbox.offer([event]);
    if (offered !== 'queued') {
      if (offered === 'full') this.timesFull += 1;
      return { ok: false, reason: offered };
    }
    const opened = intents.open(event.id);
    channel.offered();
    return { ok: true, id: event.id, ...opened };
  }

  close(): void {
    this.#isClosed = true;
  }
}
