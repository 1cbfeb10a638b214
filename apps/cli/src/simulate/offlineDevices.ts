/**
 * Devices that make events where there is no signal and send them all at once when there is again.
 * Each plays for itself in a team of its own: what it makes is as good as anybody's. Pure.
 */
import type { HuntDefinition } from '@trove/contracts';
import { type Acted, Crowd } from './crowd.js';
import { BURST } from './limits.js';
import type { Random } from './random.js';

/** Above the number of any team of the crowd that is online. */
const FIRST_TEAM = 1_000_000;
/** Teams one device may come back as without meeting another's. */
const TEAMS_APART = 1_000;

interface Device {
  readonly crowd: Crowd;
  silentSinceMs: number;
}

export interface OfflineOptions {
  readonly definition: HuntDefinition;
  readonly random: Random;
  readonly stepsToClue: number;
}

export class OfflineDevices {
  readonly #options: OfflineOptions;
  /** Those silent longest first. */
  readonly #devices: Device[] = [];
  #made = 0;

  constructor(options: OfflineOptions) {
    this.#options = options;
  }

  /** What one device did while it had no signal, oldest first, each with its millisecond. */
  burst(nowMs: number): { readonly acted: Acted; readonly atMs: number }[] {
    const { random } = this.#options;
    const device = this.#silentAt(nowMs - BURST.shortestMs);
    const count = random.between(BURST.fewest, BURST.most);
    const spanMs = random.between(BURST.shortestMs, BURST.longestMs);
    const fromMs = Math.max(device.silentSinceMs, nowMs - spanMs);
    const stepMs = Math.max(0, nowMs - fromMs) / count;
    device.silentSinceMs = nowMs;
    this.#devices.push(device);
    return Array.from({ length: count }, (_, index) => {
      return { acted: device.crowd.next(), atMs: Math.floor(fromMs + stepMs * (index + 0.5)) };
    });
  }

  /** A device that has been silent long enough, taken off the list. */
  #silentAt(ms: number): Device {
    const longest = this.#devices[0];
    const isFull = this.#devices.length >= BURST.devices;
    if (longest !== undefined && (isFull || longest.silentSinceMs <= ms)) {
      this.#devices.shift();
      return longest;
    }
    const firstTeam = FIRST_TEAM + this.#made * TEAMS_APART;
    this.#made += 1;
    return {
      crowd: new Crowd({ ...this.#options, players: 1, firstTeam }),
      silentSinceMs: Number.NEGATIVE_INFINITY,
    };
  }
}
