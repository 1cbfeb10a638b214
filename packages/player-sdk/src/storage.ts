/**
 * Where a player's app may keep its unsent events, so that they outlive a closed tab. Any pair of
 * functions over one text will do: localStorage, a file, IndexedDB.
 */
import type { PlayEvent, ResultOffset } from '@trove/contracts';

export interface PlayerStorage {
  read(): Promise<string | undefined>;
  write(text: string): Promise<void>;
}

export interface Kept {
  readonly events: readonly PlayEvent[];
  readonly last?: readonly ResultOffset[] | undefined;
}

/** What an earlier session kept; nothing when it kept nothing that can be read. */
export async function readKept(storage: PlayerStorage | undefined): Promise<Kept> {
  const text = await storage?.read();
  if (text === undefined) return { events: [] };
  try {
    const kept = JSON.parse(text) as Partial<Kept>;
    return { events: Array.isArray(kept.events) ? kept.events : [], last: kept.last };
  } catch {
    return { events: [] };
  }
}

/** Writes the newest state, one write at a time; states in between are skipped. */
export class Keeper {
  readonly #storage: PlayerStorage;
  readonly #state: () => Kept;
  #isDirty = false;
  #underWay: Promise<void> | undefined;

  constructor(storage: PlayerStorage, state: () => Kept) {
    this.#storage = storage;
    this.#state = state;
  }

  /** Asks for a write; resolves when a state at least as new as now is kept. */
  keep(): Promise<void> {
    this.#isDirty = true;
    this.#underWay ??= this.#write().finally(() => {
      this.#underWay = undefined;
    });
    return this.#underWay;
  }

  async #write(): Promise<void> {
    while (this.#isDirty) {
      this.#isDirty = false;
      await this.#storage.write(JSON.stringify(this.#state()));
    }
  }
}
