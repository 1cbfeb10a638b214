/** What every read of a live hunt begins with: the hunt, its rules, its state and its now. */
import type { LiveHunt } from '@trove/contracts';
import type { CompiledHunt, HuntState } from '@trove/core';
import { logger, redis } from '../../connections';
import { core, streams } from '../../packages';
import { readHunt } from '../hunts';
import { huntRules } from './huntRules';

export interface Looking {
  readonly live: LiveHunt;
  readonly rules: CompiledHunt;
  readonly hunt: HuntState;
  /** Now on the hunt's clock, ms. */
  readonly nowMs: number;
}

/** Undefined when no hunt of this name is published. */
export async function lookAt(slug: string): Promise<Looking | undefined> {
  const live = await readHunt(slug);
  if (live === undefined) return undefined;
  const [rules, state] = await Promise.all([huntRules(live), streams.readHuntState(redis(), live)]);
  if (rules === undefined) return undefined;
  const hunt = state ?? core.newHunt(slug);
  return { live, rules, hunt, nowMs: live.clock === 'events' ? hunt.maxTimeMs : Date.now() };
}

/** What the ledger says, or nothing while PostgreSQL is away: Redis alone shows play as it is. */
export async function fromLedger<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    logger().warn({ err: error }, 'the ledger could not be read');
    return undefined;
  }
}
