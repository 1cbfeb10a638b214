/**
 * What the rules in force would say of an event from quarantine if it were replayed now: the same
 * decide as that of play, on the state as it stands, whose answer nobody commits.
 */
import { HuntDefinition, type Outcome, type Verdict } from '@trove/contracts';
import {
  bucketOf,
  type CompiledHunt,
  compileHunt,
  decide,
  type HuntState,
  type LoadedState,
  type LogEntry,
  newMemory,
  type Repeat,
  type StateView,
  timeOfIdentity,
} from '@trove/core';
import { EntryWriter } from './codec/entryWriter.js';
import { createIdentities } from './codec/identities.js';
import { DIGEST_BYTES } from './codec/logFields.js';
import { decodeEntry } from './codec/logLayout.js';
import { loadState } from './commit/loadState.js';
import { positionInValue } from './commit/seenValue.js';
import type { TroveRedis } from './connectRedis.js';
import type { HuntDirectory } from './huntDirectory.js';
import { DEFAULT_KEYS, type KeySpace, type PartitionKeys, partitionKeys } from './keys.js';
import { REPLAY_DOOR, type Replay } from './replay.js';

export interface ReplayPreview {
  readonly outcome: Outcome;
  readonly verdict: Verdict | undefined;
  readonly clue: string | undefined;
  readonly points: number;
  /** Of the rules that judged it; 0 when none did. */
  readonly version: number;
}

export interface PreviewOptions {
  readonly hunts: Pick<HuntDirectory, 'body'>;
  readonly keys?: KeySpace;
  /** Rules compiled for other replays, by version and hash; those of this one are put to them. */
  readonly compiled?: Map<string, CompiledHunt>;
}

/** Undefined when the hunt's rules can't be read yet. Rejects when Redis does not answer. */
export async function previewReplay(
  redis: TroveRedis,
  replay: Replay,
  { hunts, keys = DEFAULT_KEYS, compiled = new Map() }: PreviewOptions,
): Promise<ReplayPreview | undefined> {
  const { partition, slug } = replay.live;
  const ofPartition = partitionKeys(keys, partition);
  const entry = await entryOf(redis, replay);
  const [event] = entry.events;
  if (event === undefined) return undefined;
  const { identity, team } = event;
  const state = await loadState(redis, ofPartition, {
    partition,
    ...{ hunts: [slug], teams: [{ hunt: slug, team }], players: [] },
    replays: [{ hunt: slug, identity }],
  });
  const hunt = state.hunts[0];
  const rules = hunt && (await rulesOf(hunt, { hunts, compiled }));
  if (rules === undefined) return undefined;
  const repeats = await repeatsOf(redis, ofPartition, { hunt: slug, identity });
  const chunk = { entries: [entry], decided: 0, repeats, poisoned: new Set<number>() };
  const row = decide(chunk, viewOf(state, { slug, team, rules })).results[0];
  if (row === undefined) return undefined;
  const { outcome, verdict, clue, points, version } = row;
  return { outcome, verdict, clue, points, version };
}

/** The entry that a replay would put on the log now. */
async function entryOf(redis: TroveRedis, { event, timeMs, source }: Replay): Promise<LogEntry> {
  const { hasher, sourceHash } = await createIdentities();
  const [seconds, micros] = (await redis.time()).map(Number) as [number, number];
  const nowUs = seconds * 1_000_000 + micros;
  const writer = new EntryWriter(hasher);
  const stamp = { source, sourceHash: sourceHash(source), sentAtMs: nowUs / 1000 };
  writer.addStamped(event, timeMs, { ...stamp, receivedAtUs: nowUs });
  const id = `${Math.floor(nowUs / 1000)}-0`;
  return { id, appendedAtUs: nowUs, ...decodeEntry(writer.finish(REPLAY_DOOR, true)) };
}

async function rulesOf(
  { hash, version }: HuntState,
  { hunts, compiled }: Required<Pick<PreviewOptions, 'hunts' | 'compiled'>>,
): Promise<CompiledHunt | undefined> {
  const name = `${version}:${hash}`;
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const body = version === 0 ? undefined : await hunts.body(hash);
  if (body === undefined) return undefined;
  const result = compileHunt(HuntDefinition.parse(JSON.parse(body)), version);
  if (!result.ok) return undefined;
  compiled.set(name, result.hunt);
  return result.hunt;
}

/** What the commit would say of the identity: the first event under it, if one is remembered. */
async function repeatsOf(
  redis: TroveRedis,
  keys: PartitionKeys,
  { hunt, identity }: { readonly hunt: string; readonly identity: string },
): Promise<ReadonlyMap<number, Repeat>> {
  const seen = keys.seen(hunt, bucketOf(timeOfIdentity(identity)));
  const value = await redis.hgetBuffer(seen, Buffer.from(identity, 'latin1'));
  if (value === null) return new Map();
  const text = value.toString('latin1');
  const firstDigest = text.slice(0, DIGEST_BYTES);
  return new Map([[0, { index: 0, firstPosition: positionInValue(text), firstDigest }]]);
}

interface Viewed {
  readonly slug: string;
  readonly team: string;
  readonly rules: CompiledHunt;
}

function viewOf(state: LoadedState, { slug, team, rules }: Viewed): StateView {
  const hunt = state.hunts[0];
  const trail = state.trails[0];
  const memory = state.memories[0] ?? newMemory();
  const teams = new Map((state.wholes[0] ?? []).map((one) => [one.team, one]));
  const one = state.teams[0];
  if (one !== undefined) teams.set(team, one);
  const watch = state.teamWatches[0];
  const watches = new Map(state.watches[0]);
  if (watch !== undefined) watches.set(team, watch);
  const trails = trail === undefined ? memory.trails : new Map([...memory.trails, [team, trail]]);
  return {
    hunt: (name) => (name === slug ? hunt : undefined),
    teams: (name) => (name === slug ? teams : undefined),
    memory: (name) => (name === slug ? { ...memory, trails } : undefined),
    watches: (name) => (name === slug ? watches : undefined),
    teamOf: () => undefined,
    isParked: () => state.parked[0] === true,
    rules: () => rules,
  };
}
