/** Compiled rules by hash and version. What a partition needs is loaded before it decides. */
import { HuntDefinition } from '@trove/contracts';
import { type CompiledHunt, compileHunt } from '@trove/core';
import type { HuntDirectory } from '@trove/streams';

const MAX_KEPT = 500;

export class RulesCache {
  private readonly compiled = new Map<string, CompiledHunt>();

  constructor(private readonly directory: Pick<HuntDirectory, 'body'>) {}

  get(hash: string, version: number): CompiledHunt | undefined {
    return this.compiled.get(nameOf(hash, version));
  }

  /** False when the body is not stored yet; throws when it is stored and can't be compiled. */
  async ensure(hash: string, version: number): Promise<boolean> {
    if (this.get(hash, version) !== undefined) return true;
    const body = await this.directory.body(hash);
    if (body === undefined) return false;
    const result = compileHunt(HuntDefinition.parse(JSON.parse(body)), version);
    if (!result.ok) {
      throw new Error(`published rules ${hash} do not compile: ${result.mistakes[0]?.message}`);
    }
    if (this.compiled.size >= MAX_KEPT) this.compiled.clear();
    this.compiled.set(nameOf(hash, version), result.hunt);
    return true;
  }
}

function nameOf(hash: string, version: number): string {
  return `${version}:${hash}`;
}
