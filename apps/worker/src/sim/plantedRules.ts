/** Compiled rules whose first version has a bug: looking the poisonous code up throws. */
import type { CompiledClue, CompiledHunt } from '@trove/core';
import type { HuntDirectory } from '@trove/streams';
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

/** Puts one more bug into them. */
export type Plant = (sound: CompiledHunt) => CompiledHunt;

export class PlantedRules extends RulesCache {
  private planted: CompiledHunt | undefined;

  constructor(
    directory: Pick<HuntDirectory, 'body'>,
    private readonly plant: Plant = (sound) => sound,
  ) {
    super(directory);
  }

  override get(hash: string, version: number): CompiledHunt | undefined {
    const sound = super.get(hash, version);
    if (version !== 1 || sound === undefined) return sound;
    this.planted ??= this.plant({ ...sound, clueByCode: new PoisonedMap(sound.clueByCode) });
    return this.planted;
  }
}
