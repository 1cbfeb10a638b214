/**
 * How many events a player, a team and a hunt may send through this door. A packet is asked for
 * once, whatever it holds. Servers are bound by their hunts alone: they speak for many players.
 */
import {
  type Ack,
  type DoorClaims,
  type LiveHunt,
  type ProblemCode,
  WIRE_LIMITS,
} from '@trove/contracts';
import { DOOR_RATES, RATE_KEYS } from '../limits.js';
import { RateLimiter } from './rateLimiter.js';

/** Why a packet was not taken, and when it may come again. */
export interface Refusal {
  readonly ack: Ack;
  readonly code: ProblemCode;
  readonly detail?: string;
  readonly retryAfterMs: number;
}

/** Events of a packet that go to one partition, by their hunts. */
interface HuntEvents {
  readonly byHunt: ReadonlyMap<Pick<LiveHunt, 'slug'>, number>;
}

export class EventRates {
  readonly #players = new RateLimiter(DOOR_RATES.player, RATE_KEYS);
  readonly #teams = new RateLimiter(DOOR_RATES.team, RATE_KEYS);
  readonly #hunts: RateLimiter;

  /** @param perSecond events of one hunt through this door; twice as many may come at once */
  constructor(perSecond: number) {
    const burst = Math.max(2 * perSecond, WIRE_LIMITS.eventsPerPacket);
    this.#hunts = new RateLimiter({ perSecond, burst }, RATE_KEYS);
  }

  /** Takes a player's events from all three buckets, or from none. A server's pass. */
  takePlayer(claims: DoorClaims, events: number, nowMs: number): Refusal | undefined {
    if (claims.kind === 'source') return undefined;
    const { hunt, source } = claims;
    const team = `${hunt}/${claims.team}`;
    const playerMs = this.#players.waitMs(source, events, nowMs);
    const teamMs = this.#teams.waitMs(team, events, nowMs);
    const huntMs = this.#hunts.waitMs(hunt, events, nowMs);
    const waitMs = Math.max(playerMs, teamMs, huntMs);
    if (waitMs > 0) {
      const otherwise = waitMs === teamMs ? 'team' : 'hunt';
      return refusalOf(waitMs === playerMs ? 'player' : otherwise, waitMs);
    }
    this.#players.spend(source, events, nowMs);
    this.#teams.spend(team, events, nowMs);
    this.#hunts.spend(hunt, events, nowMs);
    return undefined;
  }

  /** Takes a server's events from the buckets of their hunts, or from none. A player's pass. */
  takeHunts(claims: DoorClaims, lanes: readonly HuntEvents[], nowMs: number): Refusal | undefined {
    if (claims.kind === 'player') return undefined;
    let waitMs = 0;
    for (const { byHunt } of lanes) {
      for (const [{ slug }, events] of byHunt) {
        waitMs = Math.max(waitMs, this.#hunts.waitMs(slug, events, nowMs));
      }
    }
    if (waitMs > 0) return refusalOf('hunt', waitMs);
    for (const { byHunt } of lanes) {
      for (const [{ slug }, events] of byHunt) this.#hunts.spend(slug, events, nowMs);
    }
    return undefined;
  }
}

function refusalOf(whose: 'player' | 'team' | 'hunt', retryAfterMs: number): Refusal {
  const detail = `too many events of one ${whose}`;
  return { ack: 'rate_limited', code: 'rate_limited', detail, retryAfterMs };
}
