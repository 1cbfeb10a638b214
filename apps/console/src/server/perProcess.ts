/**
 * One value of each name in this process. Next loads a module once for every bundle it is part
 * of, so that a module variable would be several: connections and the live tail must not be.
 */
const registry = globalThis as unknown as Record<symbol, unknown>;

/** The value of this name, made at its first use. */
export function perProcess<T>(name: string, create: () => T): T {
  const key = Symbol.for(`trove.console.${name}`);
  registry[key] ??= create();
  return registry[key] as T;
}
