/**
 * The contracts of hunts' own event types, compiled once for each version of a hunt: a door meets
 * the same ones with every event.
 */
import { type CustomContracts, compileEventTypes, type LiveHunt } from '@trove/contracts';
import { DOOR_LIMITS } from '../limits.js';

/** By the hash of the version, which says all there is to say of its types. */
const kept = new Map<string, CustomContracts>();

export function contractsOf({ hash, eventTypes }: LiveHunt): CustomContracts {
  const known = kept.get(hash);
  if (known !== undefined) return known;
  const compiled = compileEventTypes(eventTypes);
  const [oldest] = kept.keys();
  if (kept.size >= DOOR_LIMITS.typeContracts && oldest !== undefined) kept.delete(oldest);
  kept.set(hash, compiled);
  return compiled;
}
