/** Compiled hunts of this door, by content hash: compiling costs more than any read. */
import { HuntDefinition, type LiveHunt } from '@trove/contracts';
import { type CompiledHunt, compileHunt } from '@trove/core';
import type { DoorApp } from '../deps.js';

const compiled = new Map<string, CompiledHunt>();
const MAX_COMPILED = 200;

export async function rulesOf(
  app: Pick<DoorApp, 'directory'>,
  live: LiveHunt,
): Promise<CompiledHunt> {
  const known = compiled.get(live.hash);
  if (known !== undefined) return known;
  const body = await app.directory.body(live.hash);
  if (body === undefined) throw new Error(`hunt ${live.slug} has no body`);
  const result = compileHunt(HuntDefinition.parse(JSON.parse(body)), live.version);
  if (!result.ok) throw new Error(`hunt ${live.slug} does not compile`);
  if (compiled.size >= MAX_COMPILED) compiled.clear();
  compiled.set(live.hash, result.hunt);
  return result.hunt;
}
