/** Makes the texts of events to send: a running number as id, the time of now, a template. */
import { idPrefix, sequenceHex } from './sequenceIds.js';
import type { Template } from './templates.js';

export class EventFeed {
  readonly #templates: readonly Template[];
  /** The number of the next event. */
  next = 0;

  constructor(templates: readonly Template[]) {
    this.#templates = templates;
  }

  /**
   * `count` events, joined by commas. Made of one piece: text that is added up piece by piece
   * stays thousands of pieces while its packet is on the way, and collecting them took most of the
   * generator's time.
   */
  take(count: number, nowMs: number): string {
    const prefix = idPrefix(nowMs);
    const time = new Date(nowMs).toISOString();
    const events: string[] = [];
    for (const last = this.next + count; this.next < last; this.next += 1) {
      const template = this.#templates[this.next % this.#templates.length];
      if (template === undefined) break;
      const { middle, end } = template;
      events.push(`{"id":"${prefix}${sequenceHex(this.next)}${middle}${time}${end}`);
    }
    return events.join(',');
  }
}
