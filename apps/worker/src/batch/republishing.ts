/** A retroactive publication while a job is at it: recomputed, swapped in, accounted for. */
import { createPace, Recomputation, RecordFault, type RecordSources } from '@trove/backtest';
import type { LiveHunt } from '@trove/contracts';
import { wordsOfRefusal } from '@trove/core';
import type { ClaimedRepublication, HeldRun, RepublicationStore } from '@trove/db';
import { type CheckedPublication, checkPublication } from '@trove/publishing';
import {
  appendRepublication,
  createHuntDirectory,
  type DecidedSwap,
  decidedSwap,
  dropShadow,
  LEDGER_SINK,
  placeOfNextResult,
  readSinks,
  tellPublication,
} from '@trove/streams';
import { BATCH_LIMITS } from './limits.js';
import { swapBefore } from './swapBefore.js';

export interface RepublishingDeps {
  readonly sources: RecordSources;
  readonly runs: RepublicationStore;
  /** A UUIDv7 of now. */
  newEventId(): string;
  /** A clock that only goes forward, milliseconds with fractions. */
  readonly steadyMs: () => number;
  /** Told when nobody holds the hunt's partition. */
  readonly wake: (partition: number) => Promise<void>;
  readonly wait: (ms: number) => Promise<unknown>;
  /** Aborted when the process stops. */
  readonly signal: AbortSignal;
}

/** The run is no longer this holder's: it was cancelled, or taken up by another. */
export class LetGo extends Error {
  override readonly name = 'LetGo';
}

interface SwapEvent {
  readonly id: string;
  readonly afterId: string;
}

export class Republishing {
  /** True once its event may stand in the log. */
  isSwapping: boolean;
  private readonly pace: () => Promise<void>;
  private beatAtMs = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly deps: RepublishingDeps,
    private readonly held: HeldRun,
    private readonly claimed: ClaimedRepublication,
  ) {
    this.isSwapping = claimed.event !== undefined;
    this.pace = createPace(deps.steadyMs);
  }

  async run(): Promise<void> {
    const { sources } = this.deps;
    const { hunt, leftShadow, shadow } = this.claimed;
    const live = await createHuntDirectory(sources.redis, sources.keys).get(hunt);
    if (live === undefined) throw new RecordFault(`no hunt named ${hunt} is published`);
    if (leftShadow !== undefined) await this.drop(leftShadow, live);
    const checked = this.check(live);
    const order = { live, rules: checked.compiled, shadow };
    const recomputation = new Recomputation(sources, order);
    const event = this.claimed.event ?? (await this.recompute(recomputation, live, checked));
    const asked = { live, eventId: event.id, version: order.rules.version, hash: checked.hash };
    const swap = await swapBefore(sources, asked, await this.decide(live, checked, event));
    await this.account({ recomputation, live, checked, event, swap });
  }

  /** Takes away what was staged; harmless when it is not there. */
  async drop(shadow = this.claimed.shadow, live?: Pick<LiveHunt, 'partition'>): Promise<void> {
    const { redis, keys } = this.deps.sources;
    const { hunt } = this.claimed;
    const of = live ?? (await createHuntDirectory(redis, keys).get(hunt));
    if (of === undefined) return;
    await dropShadow(redis, { partition: of.partition, hunt, shadow, keys });
  }

  private check(live: LiveHunt): Checked {
    const { hunt: slug, draft: text, baseVersion } = this.claimed;
    const checked = checkPublication({ slug, text, version: baseVersion + 1 });
    if (!checked.ok) {
      const [mistake] = checked.mistakes;
      throw new RecordFault(`the file has a mistake in line ${mistake?.line}: ${mistake?.message}`);
    }
    if (checked.definition.clock !== live.clock) {
      throw new RecordFault(
        'it changes the hunt’s clock, by which everything that was played went',
      );
    }
    return checked;
  }

  /** Until it is close behind play; then its version is stored, and its event may be appended. */
  private async recompute(
    recomputation: Recomputation,
    { partition }: LiveHunt,
    { definition, hash, body }: Checked,
  ): Promise<SwapEvent> {
    const { runs, sources, newEventId } = this.deps;
    await recomputation.comeClose((done, total) => this.rest(done, total));
    const { hunt: slug, by, draft: source, baseVersion } = this.claimed;
    const afterId = await placeOfNextResult(sources.redis, partition, sources.keys);
    const event = { id: newEventId(), afterId };
    const begun = await runs.beginSwap(this.held, {
      ...{ slug, title: definition.title, hash, body, source, by, baseVersion, afterId },
      eventId: event.id,
    });
    if (begun === 'gone') throw new LetGo('the run has ended');
    if (begun !== 'begun') {
      throw new RecordFault(`version ${begun.newest} was published meanwhile: nothing has changed`);
    }
    this.isSwapping = true;
    return event;
  }

  /** Appends its event, unless it was, and waits for what the log says. */
  private async decide(
    { partition }: LiveHunt,
    { hash, body }: Checked,
    { id, afterId }: SwapEvent,
  ): Promise<DecidedSwap> {
    const { sources, wake } = this.deps;
    const { redis, keys } = sources;
    const { hunt: slug, by, baseVersion, shadow } = this.claimed;
    const query = { partition, id, afterId, keys };
    const known = await decidedSwap(redis, { ...query, waitMs: 0 });
    if (known !== undefined) return known;
    const version = baseVersion + 1;
    const event = { slug, version, hash, body, partition, id, shadow, by, keys };
    if (!(await appendRepublication(redis, event)).isOwned) await wake(partition);
    for (;;) {
      const swap = await decidedSwap(redis, { ...query, waitMs: BATCH_LIMITS.beatMs });
      if (swap !== undefined) return swap;
      await this.rest(0, 0);
    }
  }

  /** Tells doors, brings the ledger to the new points, and ends the run; or takes it back. */
  private async account({ recomputation, live, checked, event, swap }: Accounting): Promise<void> {
    const { runs, sources } = this.deps;
    const { hunt, baseVersion } = this.claimed;
    const { result, epoch, committedAtUs } = swap;
    if (result.outcome !== 'accepted' || result.verdict !== 'noted') {
      await runs.refuse(this.held, saysOf(result));
      await this.drop(this.claimed.shadow, live);
      return;
    }
    const version = baseVersion + 1;
    const { partition } = live;
    const stored = { slug: hunt, version, hash: checked.hash, body: checked.body, partition };
    await tellPublication(sources.redis, stored, sources.keys);
    const { position } = result;
    await recomputation.foldUntil(position, (done, total) => this.rest(done, total));
    await this.untilLedgerHas(partition, position + 1);
    await runs.finish(this.held, {
      ...{ partition, epoch, position, eventId: event.id, hunt, version },
      atMs: committedAtUs / 1_000,
      scores: recomputation.scores,
      reason: `what was played counts by version ${version}`,
    });
  }

  private async untilLedgerHas(partition: number, decided: number): Promise<void> {
    const { redis, keys } = this.deps.sources;
    for (;;) {
      const sinks = await readSinks(redis, partition + 1, keys);
      if ((sinks.at(-1)?.taken.get(LEDGER_SINK) ?? 0) >= decided) return;
      await this.deps.wait(BATCH_LIMITS.beatMs);
      await this.rest(0, 0);
    }
  }

  /** Rests, says how far the run is, and stops where it is nobody's or everything stops. */
  private async rest(done: number, total: number): Promise<void> {
    const { runs, signal, steadyMs } = this.deps;
    await this.pace();
    if (signal.aborted) throw new LetGo('the process stops');
    if (steadyMs() - this.beatAtMs < BATCH_LIMITS.beatMs) return;
    this.beatAtMs = steadyMs();
    const held = { forMs: BATCH_LIMITS.heldMs, done, total };
    if (!(await runs.beat(this.held, held))) throw new LetGo('the run has ended');
  }
}

type Checked = Extract<CheckedPublication, { ok: true }>;

interface Accounting {
  readonly recomputation: Recomputation;
  readonly live: LiveHunt;
  readonly checked: Checked;
  readonly event: SwapEvent;
  readonly swap: DecidedSwap;
}

function saysOf(result: DecidedSwap['result']): string {
  const words = wordsOfRefusal(result) ?? `Its event came to nothing: it is ${result.outcome}.`;
  return `${words} Nothing has changed; ask for it again.`;
}
