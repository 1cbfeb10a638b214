/** What publishing asks of a file, as plain values: it may be asked in another thread. */
import type { Mistake } from '@trove/contracts';
import type { CompiledHunt } from '@trove/core';
import { checkPublication, type PublicationFile } from './checkPublication.js';

export type CheckedFile =
  | ({
      readonly ok: true;
      readonly title: string;
      /** Canonical JSON of the definition, and its SHA-256 in hex. */
      readonly body: string;
      readonly hash: string;
    } & Pick<CompiledHunt, 'scope' | 'scopeReasons'>)
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

export function checkFile(file: PublicationFile): CheckedFile {
  const checked = checkPublication(file);
  if (!checked.ok) return checked;
  const { definition, compiled, body, hash } = checked;
  const { scope, scopeReasons } = compiled;
  return { ok: true, title: definition.title, scope, scopeReasons, body, hash };
}
