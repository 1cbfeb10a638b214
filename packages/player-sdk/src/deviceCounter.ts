/**
 * Counts the events of one device, so that the server can tell for ever whether it has seen one.
 * A number used twice would cost a player an event: so a session that goes on with a kept device
 * raises its epoch instead of trusting the last number, and one that keeps nothing is a device.
 */
import { newName } from './queue/openQueue.js';

export interface DeviceOptions {
  /** 1 to 40 of A-Z a-z 0-9 . _ ~ - */
  readonly name: string;
  /** Raised by the app whenever it can't be sure of its last number; below 1,000,000,000. */
  readonly epoch: number;
  /** The first number to use; one more than the last one used. */
  readonly next?: number;
}

export class DeviceCounter {
  readonly #name: string;
  readonly #epoch: number;
  #next: number;

  constructor({ name, epoch, next = 0 }: DeviceOptions = { name: newName(), epoch: 0 }) {
    this.#name = name;
    this.#epoch = epoch;
    this.#next = next;
  }

  /** The place of the next event, as its contract has it; made once for one intent. */
  take(): string {
    const place = `${this.#name}/${this.#epoch}/${this.#next}`;
    this.#next += 1;
    return place;
  }
}
