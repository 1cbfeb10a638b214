/**
 * Where a player's device keeps its unsent events, so that they outlive a closed tab. A store is
 * a shelf of texts by name that all tabs and sessions of a device see; ready-made ones are
 * `memoryStore` here, `indexedDbStore` of `/browser` and `fileStore` of `/node`.
 */

/** Names are of letters, digits and `._:@~/-`. Every call may reject; what is unkept is told. */
export interface PlayerStore {
  names(): Promise<readonly string[]>;
  read(name: string): Promise<string | undefined>;
  /** Durable when it resolves, as far as the platform goes. */
  write(name: string, text: string): Promise<void>;
  remove(name: string): Promise<void>;
  /**
   * Keeps a name to this session until what it resolves with is called, or the session ends
   * however it ends; undefined while another one has it. A store without it still loses nothing:
   * its queues may be sent by two sessions at once, under the same ids, and count once.
   */
  hold?(name: string): Promise<Release | undefined>;
}

export type Release = () => void;

/** A store that lives as long as the program: for tests and for apps that keep nothing. */
export function memoryStore(): PlayerStore {
  const texts = new Map<string, string>();
  const held = new Set<string>();
  return {
    names: async () => [...texts.keys()],
    read: async (name) => texts.get(name),
    write: async (name, text) => void texts.set(name, text),
    remove: async (name) => void texts.delete(name),
    async hold(name) {
      if (held.has(name)) return undefined;
      held.add(name);
      return () => void held.delete(name);
    },
  };
}
