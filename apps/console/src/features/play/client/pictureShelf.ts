/**
 * Pictures that wait on the device for a signal: one a clue, as text beside what else is kept of
 * the hunt. They are few, so that no browser takes them for what it may throw away.
 */
import type { PlayerStore } from '@trove/player-sdk';

export class PictureShelf {
  readonly #store: PlayerStore;
  readonly #prefix: string;

  constructor(store: PlayerStore, slug: string) {
    this.#store = store;
    this.#prefix = `picture:${slug}/`;
  }

  /** In place of an earlier one of the clue. Rejects where the device keeps nothing. */
  async put(clue: string, picture: Blob): Promise<void> {
    const base64 = toBase64(new Uint8Array(await picture.arrayBuffer()));
    await this.#store.write(this.#nameOf(clue), `${picture.type},${base64}`);
  }

  /** Undefined where the device has lost it. */
  async take(clue: string): Promise<Blob | undefined> {
    const text = await this.#store.read(this.#nameOf(clue)).catch(() => undefined);
    if (text === undefined) return undefined;
    const [type = '', base64 = ''] = text.split(',');
    return new Blob([fromBase64(base64)], { type });
  }

  async remove(clue: string): Promise<void> {
    await this.#store.remove(this.#nameOf(clue));
  }

  async clear(): Promise<void> {
    const names = (await this.#store.names()).filter((name) => name.startsWith(this.#prefix));
    for (const name of names) await this.#store.remove(name);
  }

  /** Undefined while another tab is at the picture of this clue. */
  hold(clue: string): Promise<(() => Promise<void>) | undefined> {
    const free = async () => undefined;
    return this.#store.hold?.(this.#nameOf(clue)) ?? Promise.resolve(free);
  }

  #nameOf(clue: string): string {
    return `${this.#prefix}${clue}`;
  }
}

/** Bytes that are made text at once: engines bound the arguments of a call. */
const STRETCH = 8_192;

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += STRETCH) {
    parts.push(String.fromCharCode(...bytes.subarray(from, from + STRETCH)));
  }
  return btoa(parts.join(''));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
