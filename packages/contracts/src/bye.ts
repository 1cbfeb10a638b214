/** The last message of a socket that the door closes by itself, and why it does. */
import { z } from 'zod';

/** Why a door closes a socket. */
export const ByeReason = z.enum([
  'too_slow',
  'token_expired',
  'token_revoked',
  'left_team',
  'closing',
]);
export type ByeReason = z.infer<typeof ByeReason>;

/** What each reason means; the table is its documentation. */
export const BYES = {
  too_slow: 'It did not read what was pushed to it: come back and name the last offset.',
  token_expired: 'Its token ran out and was not refreshed: come back with a fresh one.',
  token_revoked: 'Its key was taken back: another one is needed.',
  left_team: 'Its player has left the team: join again to come back.',
  closing: 'The door stops: come back, to this one or to another.',
} as const satisfies Record<ByeReason, string>;

/**
 * Pushed last. A client that does not read any more does not read this either; its connection
 * ends all the same, and the offset it names on coming back brings what it missed.
 */
export const Bye = z.object({ reason: ByeReason, detail: z.string() });
export type Bye = Readonly<z.infer<typeof Bye>>;
