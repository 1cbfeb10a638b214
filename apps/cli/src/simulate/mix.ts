/** How much of what is injected into a crowd's traffic: named mixes and their meaning. Pure. */
import type { Injected } from '@trove/contracts';
import { BURST } from './limits.js';

/** What can be injected, in the order in which it is listed. */
export const KINDS = [
  'retry',
  'malformed',
  'alteredPayload',
  'idCollision',
  'late',
  'doubleTap',
  'twoDevices',
  'skewedClock',
  'teleport',
  'offlineBurst',
] as const satisfies readonly Injected[];
export type InjectedKind = (typeof KINDS)[number];

/** Shares of all sendings, 0 to 1; together at most 1. */
export type Mix = Readonly<Record<InjectedKind, number>>;

export const MIXES = {
  clean: mixOf(),
  default: mixOf({
    retry: 0.05,
    malformed: 0.02,
    alteredPayload: 0.005,
    idCollision: 0.005,
    late: 0.005,
    doubleTap: 0.01,
    twoDevices: 0.01,
    skewedClock: 0.01,
    teleport: 0.005,
    offlineBurst: 0.02,
  }),
  harsh: mixOf({
    retry: 0.15,
    malformed: 0.08,
    alteredPayload: 0.03,
    idCollision: 0.03,
    late: 0.03,
    doubleTap: 0.05,
    twoDevices: 0.04,
    skewedClock: 0.04,
    teleport: 0.03,
    offlineBurst: 0.06,
  }),
} as const satisfies Record<string, Mix>;
export type MixName = keyof typeof MIXES;

export function isMixName(text: string): text is MixName {
  return Object.hasOwn(MIXES, text);
}

/** A mix with these shares and nothing else. */
export function mixOf(shares: Partial<Mix> = {}, base?: Mix): Mix {
  const known = KINDS.map((kind) => [kind, shares[kind] ?? base?.[kind] ?? 0]);
  return Object.fromEntries(known) as Record<InjectedKind, number>;
}

/** Share of sendings that are injected. */
export function injectedShare(mix: Mix): number {
  return KINDS.reduce((sum, kind) => sum + mix[kind], 0);
}

/** The mix without what nothing is wrong with where the events' own time is the hunt's clock. */
export function mixForClock(mix: Mix, clock: 'wall' | 'events'): Mix {
  return clock === 'wall' ? mix : { ...mix, late: 0, skewedClock: 0 };
}

/** Up to which roll in [0, 1) each kind is chosen; above all of them a clean event is made. */
export type Rolls = readonly (readonly [kind: InjectedKind, below: number])[];

/**
 * A burst is chosen once and sends many events, so that it has to be chosen the more rarely, and
 * everything else the more often.
 */
export function rollsOf(mix: Mix): Rolls {
  const size = (BURST.fewest + BURST.most) / 2;
  const burst = mix.offlineBurst / (size - mix.offlineBurst * (size - 1));
  const sendingsPerRoll = 1 + burst * (size - 1);
  let below = 0;
  return KINDS.map((kind) => {
    below += kind === 'offlineBurst' ? burst : mix[kind] * sendingsPerRoll;
    return [kind, below] as const;
  });
}
