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
  const compiled = perProcess('hunt-rules', () => new Map<string, CompiledHunt>());
  const known = compiled.get(live.hash);
  if (known !== undefined) return known;
  const file = await huntFile(live);
  if (file === undefined) return undefined;
  const result = core.compileHunt(file, live.version);
  if (!result.ok) return undefined;
  if (compiled.size >= MOST) compiled.clear();
  compiled.set(live.hash, result.hunt);
  return result.hunt;
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
