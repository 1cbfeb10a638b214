/** Compiled rules by hash and version. What a partition needs is loaded before it decides. */
import { HuntDefinition } from '@trove/contracts';
import { type CompiledHunt, compileHunt } from '@trove/core';
import type { HuntDirectory } from '@trove/streams';

/** Beyond so many, those that no partition has asked for in a while are thrown away. */
const KEPT = 500;
const KEPT_MS = 600_000;
/** How exactly it is known when each was asked for: every chunk of a partition asks for all. */
const NOTED_MS = 60_000;
/** Most hunts whose faults are counted by name; the others are counted together as `*`. */
const MAX_FAULTY = 50;

interface Kept {
  readonly hunt: CompiledHunt;
  readonly askedAtMs: number;
}

/**
 * Shared by the partitions of a process. Each asks, before every chunk, for all that is in force
 * in it, so that nothing it decides by is ever thrown away.
 */
export class RulesCache {
  /** By name, the one that was asked for longest ago first. */
  private readonly kept = new Map<string, Kept>();
  /** Faults of rules that are compiled no more. */
  private readonly gone = new Map<string, number>();
  private readonly faulty = new Set<string>();

  /** @param steadyMs a clock that only goes forward, ms */
  constructor(
    private readonly directory: Pick<HuntDirectory, 'body'>,
    private readonly steadyMs: () => number = () => performance.now(),
  ) {}

  get(hash: string, version: number): CompiledHunt | undefined {
    return this.kept.get(nameOf(hash, version))?.hunt;
  }

  /** True when it is compiled; it stays for a while then. */
  holds(hash: string, version: number): boolean {
    const name = nameOf(hash, version);
    const known = this.kept.get(name);
    if (known === undefined) return false;
    if (this.steadyMs() - known.askedAtMs > NOTED_MS) this.keep(name, known.hunt);
    return true;
  }

  /** False when the body is not stored yet; throws when it is stored and can't be compiled. */
  async ensure(hash: string, version: number): Promise<boolean> {
    if (this.holds(hash, version)) return true;
    const name = nameOf(hash, version);
    const body = await this.directory.body(hash);
    if (body === undefined) return false;
    const result = compileHunt(HuntDefinition.parse(JSON.parse(body)), version);
    if (!result.ok) {
      throw new Error(`published rules ${hash} do not compile: ${result.mistakes[0]?.message}`);
    }
    // Another partition may have been quicker, and decides by its copy.
    this.keep(name, this.kept.get(name)?.hunt ?? result.hunt);
    this.forgetOld();
    return true;
  }

  /** Evaluations that failed since the process began, by hunt; only of hunts with any. */
  faults(): ReadonlyMap<string, number> {
    const faults = new Map(this.gone);
    for (const { hunt } of this.kept.values()) this.addFaults(hunt, faults);
    return faults;
  }

  private keep(name: string, hunt: CompiledHunt): void {
    this.kept.delete(name);
    this.kept.set(name, { hunt, askedAtMs: this.steadyMs() });
  }

  private forgetOld(): void {
    const before = this.steadyMs() - KEPT_MS;
    for (const [name, { hunt, askedAtMs }] of this.kept) {
      if (this.kept.size <= KEPT || askedAtMs > before) return;
      this.addFaults(hunt, this.gone);
      this.kept.delete(name);
    }
  }

  private addFaults({ slug, rules }: CompiledHunt, faults: Map<string, number>): void {
    // A rule that listens to several types is the same object in each list.
    const once = new Set([...rules.values()].flat());
    const count = [...once].reduce((sum, { errors }) => sum + errors.count, 0);
    if (count === 0) return;
    if (this.faulty.size < MAX_FAULTY) this.faulty.add(slug);
    const name = this.faulty.has(slug) ? slug : '*';
    faults.set(name, (faults.get(name) ?? 0) + count);
  }
}

function nameOf(hash: string, version: number): string {
  return `${version}:${hash}`;
}
