/**
 * Puts a recomputed hunt in the place of its own state, at the publication that says so. What was
 * decided since it was recomputed is folded first, in steps that are whole or not at all, so that
 * whoever comes after a crash goes on where it stands. Until the last write nothing has changed.
 */
import {
  type CompiledHunt,
  type Decision,
  decide,
  type Held,
  type Lease,
  type LogEntry,
  type Repeat,
  type Republication,
  type StateCells,
} from '@trove/core';
import { loggedOf, REPUBLICATION_HABITS, RecordFold } from '@trove/core/backtest';
import {
  createRecordSource,
  type KeySpace,
  loadShadow,
  placeOfShadow,
  type RecordedCommit,
  type RedisStateStore,
  SHADOW_LIMITS,
  ShadowDelta,
  type ShadowName,
  type ShadowPlace,
  stageShadow,
  type TroveRedis,
} from '@trove/streams';
import type { ChunkReply } from './commitChunk.js';
import type { RulesCache } from './rulesCache.js';

export interface RepublishDeps {
  readonly redis: TroveRedis;
  readonly store: Pick<RedisStateStore, 'swap'>;
  readonly rules: RulesCache;
  /** Microseconds on Redis's clock. */
  readonly nowUs: () => number;
  readonly keys?: KeySpace;
}

export interface Republishing {
  readonly lease: Lease;
  readonly from: Held;
  /** Of the publication alone. */
  readonly entry: LogEntry;
  readonly event: Republication;
}

/** Undefined when it can't be done: then it is decided as any event is, and refused. */
export type Republish = (publication: Republishing) => Promise<ChunkReply | undefined>;

export function createRepublish(deps: RepublishDeps): Republish {
  return async ({ lease, from, entry, event }) => {
    const startUs = deps.nowUs();
    const { hash, version, retroactive } = event.data;
    const rules = deps.rules.get(hash, version);
    const { partition } = lease;
    const name = { partition, hunt: event.hunt, shadow: retroactive.shadow, keys: deps.keys };
    const place = await placeOfShadow(deps.redis, name);
    if (rules === undefined || place === undefined || !isNear(place, from)) return undefined;
    if (!(await bringForward(deps, { name, rules, place, decided: from.decided }))) {
      return undefined;
    }
    const decision = await decidePublication(deps, { name, from, entry, event });
    const [row] = decision.results;
    if (row?.outcome !== 'accepted' || row.verdict !== 'noted') return undefined;
    const decidedAtUs = deps.nowUs();
    const reply = await deps.store.swap({ lease, from, decision, shadow: name.shadow });
    if (reply.kind === 'repeats') return undefined;
    if (reply.kind === 'moved') return reply;
    const { committedAtUs } = reply;
    const decideUs = decidedAtUs - startUs;
    const spent = { decideUs, askUs: 0, asked: new Map(), dedupUs: undefined };
    return { kind: 'committed', held: reply, decision, decidedAtUs, committedAtUs, spent };
  };
}

function isNear({ position, epoch }: ShadowPlace, { decided, epoch: now }: Held): boolean {
  const behind = decided - position;
  return epoch === now && behind >= 0 && behind <= SHADOW_LIMITS.behindEvents;
}

interface Forward {
  readonly name: ShadowName;
  readonly rules: CompiledHunt;
  readonly place: ShadowPlace;
  /** The position to come to. */
  readonly decided: number;
}

/** False when the log does not hold all that is missing, or somebody else is at the shadow. */
async function bringForward(
  { redis, keys }: RepublishDeps,
  { name, rules, place, decided }: Forward,
): Promise<boolean> {
  const source = createRecordSource(redis, keys);
  let { position } = place;
  while (position < decided) {
    const { partition, hunt } = name;
    const commits = await source.read({ partition, from: position, hunt });
    if (commits.length === 0 || (commits[0] as RecordedCommit).firstPosition > position) {
      return false;
    }
    for (const step of stepsOf(commits)) {
      const last = step.at(-1) as RecordedCommit;
      const to = { position: last.firstPosition + last.count, epoch: place.epoch };
      if (!(await takeStep(redis, { name, rules, step, from: position, to }))) return false;
      position = to.position;
    }
  }
  return true;
}

/** Commits together until they hold as many events as one step may. */
function stepsOf(commits: readonly RecordedCommit[]): RecordedCommit[][] {
  const steps: RecordedCommit[][] = [];
  let events = Number.POSITIVE_INFINITY;
  for (const commit of commits) {
    if (events >= SHADOW_LIMITS.stepEvents) {
      steps.push([]);
      events = 0;
    }
    steps.at(-1)?.push(commit);
    events += commit.count;
  }
  return steps;
}

interface ForwardStep extends Pick<Forward, 'name' | 'rules'> {
  readonly step: readonly RecordedCommit[];
  readonly from: number;
  readonly to: ShadowPlace;
}

async function takeStep(
  redis: TroveRedis,
  { name, rules, step, from, to }: ForwardStep,
): Promise<boolean> {
  const events = step.flatMap((commit) => commit.events);
  const logged = events.flatMap((event) => loggedOf(event) ?? []);
  // Without its data an event can't be folded.
  if (logged.length < events.length) return false;
  const cells = await loadShadow(redis, name, logged);
  const delta = new ShadowDelta();
  const onDecision = (decision: Decision) => delta.add(decision);
  const habits = { ...REPUBLICATION_HABITS, onDecision };
  const fold = new RecordFold(name.hunt, () => rules, { habits, from: cells });
  fold.add(events.filter(({ position }) => position >= from));
  for (const { team } of events) delta.heard.add(team);
  // A board frozen meanwhile would need the scores of all teams: too much to be done in passing.
  if (delta.isFrozen) return false;
  return await stageShadow(redis, name, { cells: fold.state, delta, from, to, isOneStep: true });
}

async function decidePublication(
  { redis, rules }: RepublishDeps,
  { name, from, entry, event }: Omit<Republishing, 'lease'> & { readonly name: ShadowName },
): Promise<Decision> {
  const cells = await loadShadow(redis, name, [event]);
  const before = cells.hunts.get(name.hunt);
  if (before !== undefined) await rules.ensure(before.hash, before.version);
  const chunk = { entries: [entry], decided: from.decided, repeats: NONE, poisoned: NOTHING };
  return decide(chunk, { ...viewOf(cells), rules: (hash, version) => rules.get(hash, version) });
}

function viewOf({ hunts, teams, memories, watches }: StateCells) {
  return {
    hunt: (slug: string) => hunts.get(slug),
    teams: (slug: string) => teams.get(slug),
    memory: (slug: string) => memories.get(slug),
    watches: (slug: string) => watches.get(slug),
    teamOf: () => undefined,
    isParked: () => false,
    hasShadow: () => true,
  };
}

const NONE: ReadonlyMap<number, Repeat> = new Map();
const NOTHING: ReadonlySet<number> = new Set();
