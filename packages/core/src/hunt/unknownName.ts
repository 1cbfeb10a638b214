/** The mistake of a rule or a clue that names something the hunt does not have. */
import { meant } from '../rules/closest.js';
import type { HuntFault, HuntPath } from './huntFault.js';

export function unknownName(
  what: 'clue' | 'badge',
  { id, path }: { id: string; path: HuntPath },
  known: ReadonlySet<string>,
): HuntFault {
  const { near, hint } = meant(id, known);
  const message = `There is no ${what} "${id}" in this hunt.${hint}`;
  const allowed = `the id of a ${what} of this hunt`;
  return { path, found: id, allowed, message, suggestion: near };
}
