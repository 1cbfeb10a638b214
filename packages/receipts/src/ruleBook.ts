/**
 * The rules of any version of any hunt: the live one's from Redis, older ones' from PostgreSQL.
 * A version never changes, so what was read once is kept.
 */
import { HuntDefinition, isPlayType } from '@trove/contracts';
import { type AskedRule, askedRules, typeAsked } from '@trove/core';
import { type HuntReads, isTransient } from '@trove/db';
import type { HuntDirectory } from '@trove/streams';
import { RECEIPT_LIMITS } from './limits.js';

export interface RuleBookDeps {
  readonly directory: Pick<HuntDirectory, 'get' | 'body'>;
  readonly hunts: Pick<HuntReads, 'version'>;
}

export interface RuleQuery {
  readonly hunt: string;
  readonly version: number;
  readonly type: string;
}

export class RuleBook {
  /** By hunt and version; the one asked for longest ago goes first. */
  private readonly kept = new Map<string, HuntDefinition>();

  constructor(private readonly deps: RuleBookDeps) {}

  /** Undefined when the version is nowhere, or its store is away. */
  async rulesFor({
    hunt,
    version,
    ...query
  }: RuleQuery): Promise<readonly AskedRule[] | undefined> {
    const type = typeAsked(query.type);
    if (!isPlayType(type) || version === 0) return [];
    const definition = await this.definitionOf(hunt, version);
    return definition && askedRules(definition, type);
  }

  private async definitionOf(hunt: string, version: number): Promise<HuntDefinition | undefined> {
    const name = `${version}:${hunt}`;
    const known = this.kept.get(name);
    if (known !== undefined) return known;
    const body = (await this.liveBody(hunt, version)) ?? (await this.storedBody(hunt, version));
    if (body === undefined) return undefined;
    const definition = HuntDefinition.parse(JSON.parse(body));
    const [oldest] = this.kept.keys();
    if (this.kept.size >= RECEIPT_LIMITS.versions && oldest !== undefined) {
      this.kept.delete(oldest);
    }
    this.kept.set(name, definition);
    return definition;
  }

  private async liveBody(hunt: string, version: number): Promise<string | undefined> {
    const live = await this.deps.directory.get(hunt);
    return live?.version === version ? await this.deps.directory.body(live.hash) : undefined;
  }

  /** With PostgreSQL away the receipt comes without what did not fire, and says so. */
  private async storedBody(hunt: string, version: number): Promise<string | undefined> {
    try {
      return (await this.deps.hunts.version(hunt, version))?.body;
    } catch (error) {
      if (isTransient(error)) return undefined;
      throw error;
    }
  }
}
