/** The operations of JSON Patch (RFC 6902), for whatever is changed by patches. */
import { z } from 'zod';

/** RFC 6901, below the whole. A token that every object inherits names no field of anything. */
const JsonPointer = z
  .string()
  .max(512)
  .regex(/^(?:\/(?:[^~/]|~[01])*)+$/, { error: 'a JSON Pointer, as /data/lat' })
  .refine((pointer) => !pointer.split('/').some((token) => token in Object.prototype), {
    error: 'a path of its own fields',
  });

const at = { path: JsonPointer };
export const ADD = z.strictObject({ op: z.literal('add'), ...at, value: z.unknown() });
export const REPLACE = z.strictObject({ op: z.literal('replace'), ...at, value: z.unknown() });
export const REMOVE = z.strictObject({ op: z.literal('remove'), ...at });
export const MOVE = z.strictObject({ op: z.literal('move'), ...at, from: JsonPointer });
const TEST = z.strictObject({ op: z.literal('test'), ...at, value: z.unknown() });
const COPY = z.strictObject({ op: z.literal('copy'), ...at, from: JsonPointer });

export const PATCH_OPERATIONS = [ADD, REPLACE, TEST, REMOVE, MOVE, COPY] as const;
