/**
 * Counts the events of one device, so that the server can tell for ever whether it has seen one.
 * Unless the app names a device of its own, each session counts as one: a count that is kept may
 * be lost or copied with its storage, and a number used twice would cost a player an event.
 */
import { v4 } from 'uuid';

export interface DeviceOptions {
  /** 1 to 40 of A-Z a-z 0-9 . _ ~ - */
  readonly name: string;
  /** Raised by the app whenever it can't be sure of its last number; below 1,000,000,000. */
  readonly epoch: number;
  /** The first number to use; one more than the last one used. */
  readonly next?: number;
}

/** Characters of a session's name: 48 bits of chance. */
const NAME_CHARACTERS = 12;

export class DeviceCounter {
  readonly #name: string;
  readonly #epoch: number;
  #next: number;

  constructor({ name, epoch, next = 0 }: DeviceOptions = { name: sessionName(), epoch: 0 }) {
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

function sessionName(): string {
  return v4().replaceAll('-', '').slice(0, NAME_CHARACTERS);
}
