/** Compiled rules by hash and version. What a partition needs is loaded before it decides. */
import { HuntDefinition } from '@trove/contracts';
import { type CompiledHunt, compileHunt } from '@trove/core';
import type { HuntDirectory } from '@trove/streams';

const MAX_KEPT = 500;
/** Most hunts whose faults are counted by name; the others are counted together as `*`. */
const MAX_FAULTY = 50;

export class RulesCache {
  private readonly compiled = new Map<string, CompiledHunt>();
  /** Faults of rules that are compiled no more. */
  private readonly gone = new Map<string, number>();
  private readonly faulty = new Set<string>();

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
    if (this.compiled.size >= MAX_KEPT) this.forget();
    this.compiled.set(nameOf(hash, version), result.hunt);
    return true;
  }

  /** Evaluations that failed since the process began, by hunt; only of hunts with any. */
  faults(): ReadonlyMap<string, number> {
    const faults = new Map(this.gone);
    this.addFaultsTo(faults);
    return faults;
  }

  private forget(): void {
    this.addFaultsTo(this.gone);
    this.compiled.clear();
  }

  private addFaultsTo(faults: Map<string, number>): void {
    for (const { slug, rules } of this.compiled.values()) {
      // A rule that listens to several types is the same object in each list.
      const once = new Set([...rules.values()].flat());
      const count = [...once].reduce((sum, { errors }) => sum + errors.count, 0);
      if (count === 0) continue;
      if (this.faulty.size < MAX_FAULTY) this.faulty.add(slug);
      const name = this.faulty.has(slug) ? slug : '*';
      faults.set(name, (faults.get(name) ?? 0) + count);
    }
  }
}

function nameOf(hash: string, version: number): string {
  return `${version}:${hash}`;
}
