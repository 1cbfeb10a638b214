/** A draft's value as screens read it: shaped like a hunt file, with anything missing. */
import type { HuntFile } from '@trove/contracts';
import type { z } from 'zod';

/** Every field may be missing, however deep; a value may still be of another type than named. */
export type Loose<T> = T extends readonly (infer E)[]
  ? readonly Loose<E>[]
  : T extends object
    ? { readonly [K in keyof T]?: Loose<T[K]> | undefined }
    : T;

export type DraftHunt = Loose<z.input<typeof HuntFile>>;
export type DraftClue = NonNullable<DraftHunt['clues']>[number];
export type DraftRule = NonNullable<DraftHunt['rules']>[number];

/** Undefined when the value is no object at all: such a file can only be mended as text. */
export function readDraftHunt(value: unknown): DraftHunt | undefined {
  return isRecord(value) ? value : undefined;
}

/** Entries of a list by their index; what is no object is shown as an empty one. */
export function entriesOf<T>(list: readonly T[] | undefined): readonly T[] {
  if (!Array.isArray(list)) return [];
  return list.map((entry: unknown) => (isRecord(entry) ? entry : {}) as T);
}

/** A text as it is shown in a field, whatever stands there. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
