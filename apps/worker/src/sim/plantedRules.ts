/** Compiled rules whose first version has a bug: looking the poisonous code up throws. */
import type { CompiledClue, CompiledHunt } from '@trove/core';
import { RulesCache } from '../partition/rulesCache.js';
import { POISON } from './simulated.fixture.js';

/** Made once: thousands of them are thrown, and nobody reads where. */
const BUG = new Error('a planted bug');

class PoisonedMap extends Map<string, readonly CompiledClue[]> {
  override get(code: string): readonly CompiledClue[] | undefined {
    if (code === POISON) throw BUG;
    return super.get(code);
  }
}

export class PlantedRules extends RulesCache {
  private planted: CompiledHunt | undefined;

  override get(hash: string, version: number): CompiledHunt | undefined {
    const sound = super.get(hash, version);
    if (version !== 1 || sound === undefined) return sound;
    this.planted ??= { ...sound, clueByCode: new PoisonedMap(sound.clueByCode) };
    return this.planted;
  }
}
