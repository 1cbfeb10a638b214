/** A typed emitter without a dependency: the same in browsers and in Node. */
export interface Emitter<Events extends object> {
  /** Listens; the answer stops listening. */
  on<K extends keyof Events>(name: K, listener: (value: Events[K]) => void): () => void;
  emit<K extends keyof Events>(name: K, value: Events[K]): void;
}

/** An emitter whose listeners run in the order they were added, in the caller's turn. */
export function createEmitter<Events extends object>(): Emitter<Events> {
  const listeners = new Map<keyof Events, Set<(value: never) => void>>();
  return {
    on(name, listener) {
      const group = listeners.get(name) ?? new Set();
      listeners.set(name, group);
      group.add(listener);
      return () => group.delete(listener);
    },
    emit(name, value) {
      for (const listener of listeners.get(name) ?? []) listener(value as never);
    },
  };
}
