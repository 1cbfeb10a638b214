/** Compiled versions of one hunt, loaded before the events that name them are folded. */
import { HuntDefinition, type RecordedEvent } from '@trove/contracts';
import { type CompiledHunt, compileHunt } from '@trove/core';
import { isPassedOver, type RulesOf, versionBrought } from '@trove/core/backtest';
import { huntReads } from '@trove/db';
import { RECORD_READ_LIMITS } from './limits.js';
import { RecordFault } from './recordFault.js';
import type { RecordSources } from './recordSources.js';

/** The canonical text of a version; undefined when it is not stored. */
export type VersionBody = (slug: string, version: number) => Promise<string | undefined>;

export function storedBodies({ db }: Pick<RecordSources, 'db'>): VersionBody {
  const reads = huntReads(db);
  return async (slug, version) => (await reads.version(slug, version))?.body;
}

export class VersionRules {
  private readonly compiled = new Map<number, CompiledHunt>();
  private isBegun = false;

  constructor(
    private readonly slug: string,
    private readonly bodyOf: VersionBody,
  ) {}

  readonly of: RulesOf = (version) => this.compiled.get(version);

  /** Loads what these events need. Rejects with a `RecordFault` when it is not stored. */
  async ensure(events: readonly RecordedEvent[]): Promise<void> {
    for (const event of events) {
      const { type, version } = event;
      // A record may begin in the middle of a hunt, under a version that nothing announces.
      if (version === 0 || (this.isBegun && type !== 'hunt.published.v1')) continue;
      this.isBegun = true;
      await this.load(version);
      const brought = isPassedOver(event) ? undefined : versionBrought(event);
      // Overtaken, it brings nothing, unless the record lacks what has overtaken it.
      if (brought !== undefined) await this.load(brought);
    }
  }

  async load(version: number): Promise<CompiledHunt> {
    const known = this.compiled.get(version);
    if (known !== undefined) return known;
    const body = await this.bodyOf(this.slug, version);
    if (body === undefined) {
      throw new RecordFault(`version ${version} of ${this.slug} is not stored`);
    }
    const compiled = compileHunt(HuntDefinition.parse(JSON.parse(body)), version);
    if (!compiled.ok) {
      const [mistake] = compiled.mistakes;
      throw new RecordFault(`version ${version} does not compile any more: ${mistake?.message}`);
    }
    if (this.compiled.size >= RECORD_READ_LIMITS.versions) {
      throw new RecordFault(`${this.slug} has more versions than can be folded`);
    }
    this.compiled.set(version, compiled.hunt);
    return compiled.hunt;
  }
}
