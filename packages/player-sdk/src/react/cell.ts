/** One value that changes, as `useSyncExternalStore` wants it: the same value until it changes. */
export interface Cell<T> {
  get(): T;
  set(value: T): void;
  subscribe(listener: () => void): () => void;
}

/** `onFirst` runs when somebody listens for the first time: what nobody shows is not asked for. */
export function cellOf<T>(initial: T, onFirst: () => void = () => undefined): Cell<T> {
  let value = initial;
  let isAsked = false;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      if (!isAsked) {
        isAsked = true;
        onFirst();
      }
      return () => listeners.delete(listener);
    },
  };
}
