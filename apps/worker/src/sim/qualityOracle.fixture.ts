/** What the hunt asks of an event beyond its id, in the plainest words; shares no logic. */
import type { PlayLogged } from '@trove/core';
import { FRESH_CODES, RATE, WINDOWS_MS } from './simulated.fixture.js';

export type Said = 'passes' | 'duplicate' | 'late' | 'invalid' | 'quarantined';

/** Numbers below a device's highest that it is still known of whether they were used. */
const KNOWN_NUMBERS = 32;

interface Device {
  readonly epoch: number;
  readonly used: Set<number>;
}

/** What is remembered of one team. */
interface Memory {
  readonly devices: Map<string, Device>;
  /** When what was said may be said again, ms. */
  readonly sayings: Map<string, number>;
  readonly tokens: Map<string, { left: number; atMs: number }>;
}

export class QualityOracle {
  private readonly teams = new Map<string, Memory>();

  /** One that can't be decided leaves nothing behind, except where it is stopped before. */
  ask(event: PlayLogged, { nowMs, isPoison }: { nowMs: number; isPoison: boolean }): Said {
    const none = { devices: new Map(), sayings: new Map(), tokens: new Map() };
    const known = this.teams.get(event.team) ?? none;
    const memory = isPoison ? structuredClone(known) : known;
    const before = countedBefore(memory, event) ?? saidBefore(memory, event, nowMs);
    const says = before ?? unmet(memory, event, nowMs);
    if (isPoison && says === 'passes') return 'quarantined';
    if (says === 'passes') say(memory, event, nowMs);
    this.teams.set(event.team, memory);
    return says;
  }
}

function countedBefore({ devices }: Memory, { sequence }: PlayLogged): Said | undefined {
  if (sequence === undefined) return undefined;
  const { device, epoch, seq } = sequence;
  const known = devices.get(device);
  if (known === undefined || epoch > known.epoch) {
    devices.set(device, { epoch, used: new Set([seq]) });
    return undefined;
  }
  if (epoch < known.epoch || seq <= Math.max(...known.used) - KNOWN_NUMBERS) return 'late';
  if (known.used.has(seq)) return 'duplicate';
  known.used.add(seq);
  return undefined;
}

function saidBefore({ sayings }: Memory, event: PlayLogged, nowMs: number): Said | undefined {
  const untilMs = sayings.get(sayingOf(event));
  return untilMs !== undefined && nowMs < untilMs ? 'duplicate' : undefined;
}

/** Only of what goes on: whoever is refused may say it again. */
function say({ sayings }: Memory, event: PlayLogged, nowMs: number): void {
  const windowMs = WINDOWS_MS.get(event.type);
  if (windowMs !== undefined) sayings.set(sayingOf(event), nowMs + windowMs);
}

function sayingOf({ type, player, data }: PlayLogged): string {
  return [type, player, JSON.stringify(data)].join();
}

function unmet({ tokens }: Memory, event: PlayLogged, nowMs: number): Said {
  if (event.type !== 'code.scanned.v1') return 'passes';
  const { left, atMs } = tokens.get(event.player) ?? { left: RATE.atMost, atMs: nowMs };
  const there = Math.min(RATE.atMost, left + ((nowMs - atMs) * RATE.atMost) / (RATE.perS * 1_000));
  const isOften = there < 1;
  tokens.set(event.player, { left: isOften ? there : there - 1, atMs: nowMs });
  const { code } = event.data;
  if (!FRESH_CODES.includes(code)) return 'invalid';
  return isOften ? 'quarantined' : 'passes';
}
