/**
 * What was visited together with a clue, in bounded memory: a Space-Saving summary (A. Metwally,
 * D. Agrawal, A. El Abbadi, "Efficient Computation of Frequent and Top-k Elements in Data
 * Streams", ICDT 2005) whose counts decay with time. When it is full, the rarest makes room and
 * the newcomer inherits its count, so that a frequent one is never lost. Ids are slots: numbers
 * that stay with a clue over all versions.
 *
 * A summary is a list of whole numbers: the half-day it was aged last, and then of each companion
 * its slot, how often it was visited together (a visit right after the other counts `one`, one
 * further away less), and by how many teams right after. Counts stay below the surrogates, as slots
 * of a hunt do, so that a summary is also a text as it stands.
 */
import { CO_VISITS } from './limits.js';

export type CoVisits = readonly number[];

const { companions, one, halfLifeHalfDays } = CO_VISITS;
const HEAD = 1;
const WIDTH = 3;
/** Beyond it UTF-16 has no plain characters for a while. */
const MOST = 0xd7ff;
const HALF_DAY_MS = 12 * 3_600_000;

export interface Together {
  readonly slot: number;
  /** 1 for what was visited right after or before, less the further away. */
  readonly weight: number;
  /** It was visited right after. */
  readonly isNext: boolean;
  readonly nowMs: number;
}

export function newCoVisits(): number[] {
  return [0];
}

/** Counts one more visit together, in a summary that is the caller's own to write. */
export function addTogether(own: number[], { slot, weight, isNext, nowMs }: Together): void {
  age(own, nowMs);
  const at = placeFor(own, slot);
  const grown = (own[at + 1] as number) + Math.round(weight * one);
  if (grown > MOST) halve(own);
  own[at + 1] = grown > MOST ? grown >> 1 : grown;
  if (isNext) own[at + 2] = Math.min(MOST, (own[at + 2] as number) + 1);
}

export function sizeOf(visits: CoVisits): number {
  return (visits.length - HEAD) / WIDTH;
}

export function slotAt(visits: CoVisits, index: number): number {
  return visits[HEAD + index * WIDTH] as number;
}

/** Visits together, decayed; what a newcomer inherited is in it. */
export function weightAt(visits: CoVisits, index: number): number {
  return (visits[HEAD + index * WIDTH + 1] as number) / one;
}

/** Teams that surely went there right after, decayed. */
export function nextAt(visits: CoVisits, index: number): number {
  return visits[HEAD + index * WIDTH + 2] as number;
}

/** Teams that surely went to this slot right after; 0 for one that is not here. */
export function wentNext(visits: CoVisits | undefined, slot: number): number {
  if (visits === undefined) return 0;
  const at = placeOf(visits, slot);
  return at < 0 ? 0 : (visits[at + 2] as number);
}

/** As a text that is stored: a character a number. */
export function coVisitsText(visits: CoVisits): string {
  return String.fromCharCode.apply(null, visits as number[]);
}

export function readCoVisits(text: string): number[] {
  const visits: number[] = [];
  const length = Math.min(text.length, HEAD + WIDTH * companions);
  for (let at = 0; at < length; at += 1) visits.push(text.charCodeAt(at));
  return visits;
}

function placeOf(visits: CoVisits, slot: number): number {
  const end = visits.length;
  for (let at = HEAD; at < end; at += WIDTH) if (visits[at] === slot) return at;
  return -1;
}

/** Where a companion stands, or has been given a place. */
function placeFor(own: number[], slot: number): number {
  const known = placeOf(own, slot);
  if (known >= 0) return known;
  if (sizeOf(own) < companions) {
    own.push(slot, 0, 0);
    return own.length - WIDTH;
  }
  const at = rarestOf(own);
  own[at] = slot;
  own[at + 2] = 0;
  return at;
}

function halve(own: number[]): void {
  const end = own.length;
  for (let at = HEAD + 1; at < end; at += WIDTH) own[at] = (own[at] as number) >> 1;
}

/** Brings counts to now: whole half-days only, or rounding would keep old ones for ever. */
function age(own: number[], nowMs: number): void {
  const today = Math.min(MOST, Math.max(0, Math.floor(nowMs / HALF_DAY_MS)));
  const before = own[0] as number;
  if (today <= before) return;
  own[0] = today;
  if (before === 0) return;
  const kept = 2 ** ((before - today) / halfLifeHalfDays);
  const end = own.length;
  for (let at = HEAD; at < end; at += WIDTH) {
    own[at + 1] = Math.round((own[at + 1] as number) * kept);
    own[at + 2] = Math.floor((own[at + 2] as number) * kept);
  }
}

/** Where the rarest companion stands; of several the one that came first. */
function rarestOf(visits: CoVisits): number {
  const end = visits.length;
  let rarest = HEAD;
  for (let at = HEAD + WIDTH; at < end; at += WIDTH) {
    if ((visits[at + 1] as number) < (visits[rarest + 1] as number)) rarest = at;
  }
  return rarest;
}
