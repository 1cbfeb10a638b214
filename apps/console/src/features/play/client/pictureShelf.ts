/**
 * Pictures that wait on the device until the hunt has them, as texts beside what else is kept of
 * the hunt. They are few, so that no browser takes them for what it may throw away.
 */
import type { PlayerStore } from '@trove/player-sdk';

/** What is known of a picture besides its bytes. */
export interface PictureNote {
  /** Made on the device; names it on the shelf. */
  readonly id: string;
  readonly clue: string;
  /** The team it was taken for: no other one gets it. */
  readonly team: string;
  /** By the device's clock, ms. */
  readonly atMs: number;
}

export interface Picture extends PictureNote {
  readonly image: Blob;
}

export class PictureShelf {
  readonly #store: PlayerStore;
  readonly #prefix: string;

  constructor(store: PlayerStore, slug: string) {
    this.#store = store;
    this.#prefix = `picture:${slug}/`;
  }

  /** Rejects where the device keeps nothing. */
  async put({ image, ...note }: Picture): Promise<void> {
    const head = JSON.stringify({ ...note, type: image.type });
    const bytes = new Uint8Array(await image.arrayBuffer());
    await this.#store.write(this.#prefix + note.id, `${head}\n${toBase64(bytes)}`);
  }

  /** Undefined where there is none of that name; rejects where the device can't be asked. */
  async take(id: string): Promise<Picture | undefined> {
    const text = await this.#store.read(this.#prefix + id);
    if (text === undefined) return undefined;
    const end = text.indexOf('\n');
    const { type, ...note } = JSON.parse(text.slice(0, end)) as PictureNote & { type: string };
    return { ...note, image: new Blob([fromBase64(text.slice(end + 1))], { type }) };
  }

  remove(id: string): Promise<void> {
    return this.#store.remove(this.#prefix + id);
  }

  /** What lies here, the oldest first. */
  async notes(): Promise<PictureNote[]> {
    const pictures: PictureNote[] = [];
    for (const id of await this.#ids()) {
      const picture = await this.take(id);
      if (picture === undefined) continue;
      const { clue, team, atMs } = picture;
      pictures.push({ id, clue, team, atMs });
    }
    return pictures.sort((a, b) => a.atMs - b.atMs);
  }

  async clear(): Promise<void> {
    for (const id of await this.#ids()) await this.remove(id);
  }

  /** Undefined while another tab is at the picture. */
  hold(id: string): Promise<(() => Promise<void>) | undefined> {
    const free = async () => undefined;
    return this.#store.hold?.(this.#prefix + id) ?? Promise.resolve(free);
  }

  async #ids(): Promise<string[]> {
    const names = (await this.#store.names()).filter((name) => name.startsWith(this.#prefix));
    return names.map((name) => name.slice(this.#prefix.length));
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
