/** What a scanned text means for the hunt that is played. */
import { readLink } from '../join/invitation';

export type ReadCode =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly says: string };

/** What codes may be, as the event's contract has it. */
const CODE = /^[A-Za-z0-9][A-Za-z0-9._:@~-]{0,63}$/;

export function readCode(text: string, slug: string): ReadCode {
  const link = readLink(text.trim());
  if (link?.slug === slug) return { ok: false, says: 'That one leads into this hunt: you are in.' };
  if (link !== undefined) return { ok: false, says: 'That one leads to another hunt.' };
  const code = text.trim();
  if (CODE.test(code)) return { ok: true, code };
  return { ok: false, says: 'That is no code of a hunt. Look for another one.' };
}
