/**
 * Sorts a packet's events: the good ones by the partition they go to, the bad ones with what was
 * found. A packet comes parsed, or scanned as columns; either way the same things are looked at.
 */
import type { LiveHunt } from '@trove/contracts';
import { type EntryWriter, type EventColumns, INT, type PacketStamp } from '@trove/streams';
import {
  type BadEvent,
  badIdTime,
  checkEvent,
  type GoodEvent,
  mayNotSpeak,
  type PacketContext,
} from './checkEvent.js';

/** Events of one partition, ready to be written. */
export interface Lane {
  readonly partition: number;
  readonly count: number;
  /** How many events each hunt has. */
  readonly byHunt: ReadonlyMap<LiveHunt, number>;
  write(writer: EntryWriter, stamp: PacketStamp): void;
}

export interface Sorted {
  readonly lanes: readonly Lane[];
  /** Refused events and their places in the packet. */
  readonly bad: readonly { readonly index: number; readonly bad: BadEvent }[];
}

class Filling<T> {
  readonly byHunt = new Map<LiveHunt, number>();
  readonly items: T[] = [];

  constructor(readonly partition: number) {}

  get count(): number {
    return this.items.length;
  }

  add(item: T, live: LiveHunt): void {
    this.items.push(item);
    this.byHunt.set(live, (this.byHunt.get(live) ?? 0) + 1);
  }
}

function laneOf<T>(lanes: Map<number, Filling<T>>, partition: number): Filling<T> {
  let lane = lanes.get(partition);
  if (lane === undefined) {
    lane = new Filling(partition);
    lanes.set(partition, lane);
  }
  return lane;
}

export function sortParsed(events: readonly unknown[], context: PacketContext): Sorted {
  const lanes = new Map<number, Filling<GoodEvent>>();
  const bad: { index: number; bad: BadEvent }[] = [];
  events.forEach((raw, index) => {
    const found = checkEvent(raw, context);
    if (found.isGood) laneOf(lanes, found.live.partition).add(found, found.live);
    else bad.push({ index, bad: found });
  });
  return {
    bad,
    lanes: [...lanes.values()].map(({ partition, count, byHunt, items }) => ({
      partition,
      count,
      byHunt,
      write(writer, stamp) {
        for (const { event, timeMs } of items) writer.addStamped(event, timeMs, stamp);
      },
    })),
  };
}

/** Undefined when any event is not good: the packet is parsed then, and each gets its reason. */
export function sortScanned(events: EventColumns, context: PacketContext): Sorted | undefined {
  const lanes = new Map<number, Filling<number>>();
  const hunts = new PacketHunts(events, context);
  for (let index = 0; index < events.count; index += 1) {
    const live = hunts.of(index);
    if (live === undefined) return undefined;
    if (badIdTime(events.idTimeMs(index), live, context) !== undefined) return undefined;
    laneOf(lanes, live.partition).add(index, live);
  }
  return {
    bad: [],
    lanes: [...lanes.values()].map(({ partition, count, byHunt, items }) => ({
      partition,
      count,
      byHunt,
      write(writer, stamp) {
        for (const index of items) writer.addScanned(events, index, stamp);
      },
    })),
  };
}

/** Hunts that are looked for by their bytes before their name is made into a string. */
const NEAR_HUNTS = 16;

/** The hunts of one packet that its sender may speak in. */
class PacketHunts {
  /** The first event of each hunt. */
  private readonly near: { readonly index: number; readonly live: LiveHunt }[] = [];

  constructor(
    private readonly events: EventColumns,
    private readonly context: PacketContext,
  ) {}

  /** The hunt of an event; undefined when it is not known or the sender may not. */
  of(index: number): LiveHunt | undefined {
    const { events, context } = this;
    const known = this.near.find((one) => events.isSame(one.index, index, INT.hunt))?.live;
    const live = known ?? context.hunt(events.text(index, INT.hunt));
    if (live === undefined) return undefined;
    // What a source may do depends on the hunt alone; a player speaks for one player only.
    const isSettled = known !== undefined && context.claims.kind === 'source';
    if (!isSettled && mayNotSpeak(this.speaker(index, live), context) !== undefined) {
      return undefined;
    }
    if (known === undefined && this.near.length < NEAR_HUNTS) this.near.push({ index, live });
    return live;
  }

  private speaker(index: number, live: LiveHunt) {
    const player = this.events.text(index, INT.player);
    return { hunt: live.slug, player, team: this.events.text(index, INT.team) };
  }
}
