/** Types of what is told and never changed by who hears it. */

/** The same with everything in it read-only: what a schema describes, as a value to pass on. */
export type Immutable<T> = T extends object ? { readonly [K in keyof T]: Immutable<T[K]> } : T;
