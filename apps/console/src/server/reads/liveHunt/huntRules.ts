/** Compiled rules of published hunts, by content hash: compiling costs more than any read. */
import type { HuntDefinition, LiveHunt } from '@trove/contracts';
import type { CompiledHunt } from '@trove/core';
import type { ClueHead } from '../../../features/liveHunt/answers';
import { huntDirectory } from '../../connections';
import { contracts, core } from '../../packages';
import { perProcess } from '../../perProcess';

const MOST = 50;

/** Undefined while the version's body can't be found. */
export async function huntRules(live: LiveHunt): Promise<CompiledHunt | undefined> {
  const compiled = perProcess('hunt-rules', () => new Map<string, CompiledHunt | undefined>());
  if (compiled.has(live.hash)) return usedAgain(compiled, live.hash);
  const file = await huntFile(live);
  if (file === undefined) return undefined;
  const result = core.compileHunt(file, live.version);
  // What does not compile today does not tomorrow.
  const rules = result.ok ? result.hunt : undefined;
  const [oldest] = compiled.keys();
  if (compiled.size >= MOST && oldest !== undefined) compiled.delete(oldest);
  compiled.set(live.hash, rules);
  return rules;
}

/** Moves it to the end: what is at the front was not used for longest. */
function usedAgain<T>(kept: Map<string, T>, key: string): T {
  const value = kept.get(key) as T;
  kept.delete(key);
  kept.set(key, value);
  return value;
}

/** As it was published; undefined while the version's body can't be found. */
export async function huntFile(live: LiveHunt): Promise<HuntDefinition | undefined> {
  const body = await huntDirectory().body(live.hash);
  return body === undefined ? undefined : contracts.HuntDefinition.parse(JSON.parse(body));
}

export function clueHeads(rules: CompiledHunt): ClueHead[] {
  return rules.clues.map(({ id, title, points, hints }) => {
    return { id, title, points, hints: hints.map((hint) => ({ id: hint.id, cost: hint.cost })) };
  });
}
