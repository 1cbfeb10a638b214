/** The device of one client: it counts what it sends, and sometimes wrongly. */
import type { PlayLogged } from '@trove/core';
import type { SeededSource } from '@trove/testkit';

type Place = Readonly<{ epoch: number; seq: number }>;

/** Some events come by another way, without a number. */
const UNCOUNTED = 0.3;
/** A phone that was set back to a backup counts from an older place, under new ids. */
const SET_BACK = 0.12;
/** An app that was installed anew begins an epoch. */
const INSTALLED = 0.05;
const LEAPS = [1, 1, 1, 1, 3, 40];

export class DeviceMaker {
  private place: Place = { epoch: 1, seq: 0 };
  private readonly used: Place[] = [];

  constructor(
    private readonly random: SeededSource,
    private readonly client: number,
  ) {}

  /** The event with its place in the count of its device, where it has one. */
  count(event: PlayLogged): PlayLogged {
    const { random, used, client } = this;
    if (random.chance(UNCOUNTED)) return event;
    const isSetBack = used.length > 0 && random.chance(SET_BACK);
    const place = isSetBack ? random.pick(used) : this.next();
    return { ...event, sequence: { device: `phone-${client}`, ...place } };
  }

  private next(): Place {
    const { random, place } = this;
    const { epoch, seq } = place;
    this.place = random.chance(INSTALLED)
      ? { epoch: epoch + 1, seq: 0 }
      : { epoch, seq: seq + random.pick(LEAPS) };
    this.used.push(this.place);
    return this.place;
  }
}
