/** Writes a recomputed hunt beside its own state, in the same slot, and takes it away again. */
import type { StateCells, TeamWatch } from '@trove/core';
import { packTexts } from '../commit/packTexts.js';
import { parseWatch } from '../commit/watchCodec.js';
import type { TroveRedis } from '../connectRedis.js';
import {
  DEFAULT_KEYS,
  type KeySpace,
  partitionKeys,
  shadowKeys,
  shadowPlaceKey,
  stateKeysOf,
} from '../keys.js';
import { SHADOW_LIMITS } from './limits.js';
import type { ShadowDelta } from './shadowDelta.js';
import { type ShadowSlice, shadowSlices } from './shadowSlices.js';

/** Names a shadow: the hunt that is recomputed, and who does it. */
export interface ShadowName {
  readonly partition: number;
  readonly hunt: string;
  readonly shadow: string;
  readonly keys?: KeySpace | undefined;
}

export interface ShadowPlace {
  /** Position up to which the hunt is recomputed. */
  readonly position: number;
  /** Of the partition, when it was staged: in another one positions may mean other events. */
  readonly epoch: number;
}

export interface Staging {
  readonly cells: Readonly<StateCells>;
  /** What changed since it was staged last. */
  readonly delta: ShadowDelta;
  /** Where it stands staged; undefined before the first time. */
  readonly from: number | undefined;
  readonly to: ShadowPlace;
  /** One step that is whole or not at all; absent: in slices, of which only the last is whole. */
  readonly isOneStep?: boolean;
}

/** False when the shadow stands elsewhere than `from`: somebody else is at it, or it is gone. */
export async function stageShadow(
  redis: TroveRedis,
  name: ShadowName,
  staging: Staging,
): Promise<boolean> {
  const { cells, delta, from, to, isOneStep = false } = staging;
  const devices = await devicesOf(redis, name, [...delta.heard]);
  const part = { slug: name.hunt, cells, delta, devices };
  const values = isOneStep ? Number.POSITIVE_INFINITY : SHADOW_LIMITS.sliceValues;
  const slices = shadowSlices(part, values);
  let stands = from === undefined ? NOT_WHOLE : String(from);
  for (const [i, slice] of slices.entries()) {
    const isLast = i === slices.length - 1;
    const next = isLast ? String(to.position) : NOT_WHOLE;
    const isFirstFrozen = i === 0 && delta.isFrozen;
    const step = { slice, stands, next, epoch: to.epoch, isFirstFrozen };
    if (!(await stage(redis, name, step))) return false;
    stands = next;
  }
  return true;
}

/** Where a shadow stands; undefined when it is not whole, or not there. */
export async function placeOfShadow(
  redis: TroveRedis,
  { partition, shadow, keys = DEFAULT_KEYS }: ShadowName,
): Promise<ShadowPlace | undefined> {
  const key = shadowPlaceKey(keys, partition, shadow);
  const [position, epoch] = await redis.hmget(key, 'position', 'epoch');
  if (position === null || position === undefined) return undefined;
  return { position: Number(position), epoch: Number(epoch ?? 0) };
}

/** Harmless when it is not there. */
export async function dropShadow(
  redis: TroveRedis,
  { partition, hunt, shadow, keys = DEFAULT_KEYS }: ShadowName,
): Promise<void> {
  const place = shadowPlaceKey(keys, partition, shadow);
  await redis.unlink(place, ...stateKeysOf(shadowKeys(keys, partition, shadow), hunt));
}

/** Stands for a shadow of which only a part is written. */
const NOT_WHOLE = '-';

interface Step {
  readonly slice: ShadowSlice;
  readonly stands: string;
  readonly next: string;
  readonly epoch: number;
  readonly isFirstFrozen: boolean;
}

async function stage(
  redis: TroveRedis,
  { partition, hunt, shadow, keys = DEFAULT_KEYS }: ShadowName,
  { slice, stands, next, epoch, isFirstFrozen }: Step,
): Promise<boolean> {
  const written = [
    shadowPlaceKey(keys, partition, shadow),
    ...stateKeysOf(shadowKeys(keys, partition, shadow), hunt),
  ];
  const lists = slice.map(packTexts);
  const args = [stands, next, epoch, isFirstFrozen ? '1' : '0', ...lists];
  return (await redis.troveStage(written.length, ...written, ...args)) === 1;
}

async function devicesOf(
  redis: TroveRedis,
  { partition, hunt, keys = DEFAULT_KEYS }: ShadowName,
  teams: readonly string[],
): Promise<ReadonlyMap<string, TeamWatch['devices']>> {
  const key = partitionKeys(keys, partition).watches(hunt);
  const found = new Map<string, TeamWatch['devices']>();
  for (let from = 0; from < teams.length; from += SHADOW_LIMITS.devicesPage) {
    const page = teams.slice(from, from + SHADOW_LIMITS.devicesPage);
    const texts = await redis.hmget(key, ...page);
    page.forEach((team, i) => {
      const text = texts[i] ?? null;
      const devices = text === null ? undefined : parseWatch(text).devices;
      if (devices !== undefined && devices.size > 0) found.set(team, devices);
    });
  }
  return found;
}
