/**
 * The order of what a simulated crowd sends, each sending labelled with what was injected: new
 * events, and those that a mix asks for beside them. The seed and the times it is asked at fix all
 * of it.
 */
import type { HuntDefinition, Injected, PlayEvent } from '@trove/contracts';
import { Bases, type Fresh } from './bases.js';
import { type Acted, Crowd } from './crowd.js';
import { OWN_EVENTS } from './limits.js';
import { malform } from './malform.js';
import { type InjectedKind, type Mix, mixForClock, type Rolls, rollsOf } from './mix.js';
import { again, altered, idAt, late, skewed, teleported, timeText } from './oddEvents.js';
import { OfflineDevices } from './offlineDevices.js';
import { ownDeed } from './ownEvents.js';
import { Random } from './random.js';
import { TeamMemory } from './teamMemory.js';

export interface PlaybookOptions {
  readonly definition: HuntDefinition;
  readonly seed: number;
  readonly players: number;
  readonly mix: Mix;
  readonly stepsToClue: number;
}

export interface Sending {
  readonly injected: Injected;
  readonly event: PlayEvent;
}

export class Playbook {
  readonly #options: PlaybookOptions;
  readonly #random: Random;
  readonly #crowd: Crowd;
  readonly #offline: OfflineDevices;
  readonly #bases: Bases;
  readonly #rolls: Rolls;
  /** Players whose last event was odd: what they do next may well look odd too. */
  readonly #unsettled = new Set<number>();
  readonly #memory = new TeamMemory();

  constructor(options: PlaybookOptions) {
    this.#options = options;
    this.#random = new Random(options.seed);
    const parts = { ...options, random: this.#random };
    this.#crowd = new Crowd(parts);
    this.#offline = new OfflineDevices(parts);
    this.#bases = new Bases(this.#random);
    this.#rolls = rollsOf(mixForClock(options.mix, options.definition.clock));
  }

  /** What is sent next and at once: one event, or a burst; never nothing. */
  next(nowMs: number): readonly Sending[] {
    const roll = this.#random.next();
    const kind = this.#rolls.find(([, below]) => roll < below)?.[0];
    return (kind === undefined ? undefined : this.#inject(kind, nowMs)) ?? [this.#clean(nowMs)];
  }

  /** Undefined when there is nothing yet that it could be made of. */
  #inject(kind: InjectedKind, nowMs: number): readonly Sending[] | undefined {
    if (kind === 'offlineBurst') return this.#burst(nowMs);
    const event = this.#oddEvent(kind, nowMs);
    return event === undefined ? undefined : [{ injected: kind, event }];
  }

  #oddEvent(kind: Exclude<InjectedKind, 'offlineBurst'>, nowMs: number): PlayEvent | undefined {
    const random = this.#random;
    switch (kind) {
      case 'retry':
        return this.#bases.toRetry();
      case 'alteredPayload':
        return withBase(this.#bases.toContradict(), (base) => altered(base, random));
      case 'idCollision':
        return withBase(this.#bases.toContradict(), ({ id }) => {
          return { ...this.#event(this.#crowd.next(), nowMs), id };
        });
      case 'doubleTap':
        return withBase(this.#bases.justNow(), (base) => again(base, { nowMs, random }));
      case 'twoDevices':
        return withBase(this.#bases.justNow(), (base) => this.#onOtherDevice(base, nowMs));
      case 'malformed':
        return malform(this.#event(this.#crowd.next(), nowMs), random, this.#clock);
      case 'late':
        return late(this.#event(this.#crowd.next(), nowMs), nowMs, random);
      case 'skewedClock':
        return this.#skew(nowMs);
      case 'teleport':
        return this.#teleport(nowMs);
    }
  }

  get #clock(): HuntDefinition['clock'] {
    return this.#options.definition.clock;
  }

  #onOtherDevice(base: Fresh, nowMs: number): PlayEvent | undefined {
    const { mate } = base;
    if (mate === undefined) return undefined;
    this.#unsettled.add(mate.walker);
    return again(base, { nowMs, random: this.#random }, mate.player);
  }

  #skew(nowMs: number): PlayEvent {
    const event = this.#unsettle(this.#crowd.next(), nowMs);
    this.#memory.didBefore(event, nowMs);
    return skewed(event, nowMs, this.#random);
  }

  #teleport(nowMs: number): PlayEvent {
    const acted = this.#crowd.next();
    return teleported(this.#unsettle(acted, nowMs), acted.at, this.#random);
  }

  #unsettle(acted: Acted, nowMs: number): PlayEvent {
    this.#unsettled.add(acted.walker);
    return this.#event(acted, nowMs);
  }

  #clean(nowMs: number): Sending {
    const acted = this.#crowd.next();
    const isOwn = this.#isOwn(acted);
    const event = isOwn ? this.#ownEvent(acted, nowMs) : this.#event(acted, nowMs);
    const isUnsettled = this.#unsettled.has(acted.walker);
    // Only a place tells that a player is back.
    if (isUnsettled && 'lat' in event.data) this.#unsettled.delete(acted.walker);
    if (this.#memory.didBefore(event, nowMs)) return { injected: 'lookalike', event };
    if (isUnsettled) return { injected: 'aftermath', event };
    // Oddities are made of the types that every hunt has.
    if (!isOwn) this.#bases.add({ event, madeAtMs: nowMs, mate: acted.mate });
    return { injected: 'clean', event };
  }

  /** Whether a report on the way is an event of the hunt’s own; chance is asked only then. */
  #isOwn({ deed }: Acted): boolean {
    const { eventTypes = [] } = this.#options.definition;
    if (eventTypes.length === 0 || deed.type !== 'location.reported.v1') return false;
    return this.#random.chance(OWN_EVENTS.share);
  }

  #ownEvent({ player, team }: Acted, ms: number): PlayEvent {
    const { slug: hunt, eventTypes = [] } = this.#options.definition;
    const deed = ownDeed(eventTypes, this.#random);
    return { id: idAt(ms, this.#random), time: timeText(ms), hunt, player, team, ...deed };
  }

  #burst(nowMs: number): readonly Sending[] {
    return this.#offline.burst(nowMs).map(({ acted, atMs }) => {
      const event = this.#event(acted, atMs);
      const isAlike = this.#memory.didBefore(event, nowMs);
      return { injected: isAlike ? 'lookalike' : 'offlineBurst', event };
    });
  }

  #event({ player, team, deed }: Acted, ms: number): PlayEvent {
    const hunt = this.#options.definition.slug;
    return { id: idAt(ms, this.#random), time: timeText(ms), hunt, player, team, ...deed };
  }
}

function withBase<T>(
  base: T | undefined,
  make: (base: T) => PlayEvent | undefined,
): PlayEvent | undefined {
  return base === undefined ? undefined : make(base);
}
