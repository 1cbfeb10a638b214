/** Ids and names of the wire: what they may hold, so that no two look alike. */
import { z } from 'zod';

/** UUIDv7, made by the client once per intent and kept on every retry. Lower case. */
export const EventId = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, {
    error: 'a lower-case UUIDv7',
  });
export type EventId = z.infer<typeof EventId>;

/** Names of teams, players, places and codes: visible ASCII, so that no two look alike. */
export const Name = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:@~-]{0,63}$/, { error: '1 to 64 of A-Z a-z 0-9 . _ : @ ~ -' });
export type Name = z.infer<typeof Name>;

export const HuntSlug = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/, { error: '1 to 48 of a-z 0-9 and inner -' });
export type HuntSlug = z.infer<typeof HuntSlug>;

/** Ids of clues and rules inside one hunt. */
export const LocalId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,47}$/, { error: '1 to 48 of a-z 0-9 . _ -' });
export type LocalId = z.infer<typeof LocalId>;

/** CloudEvents `source`: who made the id. Printable ASCII without spaces. */
export const Source = z
  .string()
  .regex(/^[!-~]{1,128}$/, { error: '1 to 128 printable ASCII characters' });
export type Source = z.infer<typeof Source>;

/** Milliseconds of a UUIDv7's own time; the first 48 bits of the id. */
export function timeOfEventId(id: EventId): number {
  let ms = 0;
  for (let i = 0; i < 13; i += 1) {
    const code = id.charCodeAt(i);
    // Digits stand at 48 to 57, the letters a to f at 97 to 102, the dash between them at 8.
    if (i !== 8) ms = ms * 16 + (code < 58 ? code - 48 : code - 87);
  }
  return ms;
}
