/**
 * The rungs of deduplication above the id: the device's own count, and the fingerprint of what was
 * said. Only an event comes here whose id is new, or only observed.
 */
import type { DedupRung, SequenceFault } from '@trove/contracts';
import type { HuntDraft } from '../game/huntDraft.js';
import type { CompiledQuality } from '../hunt/compiledQuality.js';
import type { PlayLogged } from '../ports/loggedEvent.js';
import { countOf } from './deviceCount.js';
import { WATCH_LIMITS } from './limits.js';
import { renewed, type TeamWatch } from './teamWatch.js';

/** What the rungs say of one event. */
export interface Climbed {
  /** Set when the event goes no further. */
  readonly stopped:
    | {
        readonly outcome: 'duplicate';
        readonly rung: 'device' | 'fingerprint';
        readonly firstPosition: number;
      }
    | { readonly outcome: 'late'; readonly reason: SequenceFault }
    | undefined;
  /** A rung that only observes and would have stopped it. */
  readonly observed: DedupRung | undefined;
  /** The team's fingerprints with this event's, to be kept once nothing else has stopped it. */
  readonly prints?: TeamWatch['prints'];
}

export interface Climbing {
  readonly event: PlayLogged;
  readonly hunt: HuntDraft;
  readonly position: number;
  /** On the hunt's clock. */
  readonly nowMs: number;
}

const UNKNOWN = -1;
const PASSED: Climbed = { stopped: undefined, observed: undefined };

/**
 * Asks the rungs in their order. The device's count is remembered at once: a number is used up by
 * whatever it was given to. What was said is not: whoever was refused may say it again.
 */
export function climb(climbing: Climbing): Climbed {
  const { event, hunt } = climbing;
  const quality = hunt.rules?.quality;
  if (quality === undefined) return PASSED;
  const windowMs = quality.fingerprint?.windowMs.get(event.type);
  if (event.sequence === undefined && windowMs === undefined) return PASSED;
  const device = askDevice(climbing, quality);
  if (device.stopped !== undefined || windowMs === undefined) return device;
  const print = askFingerprint(climbing, quality, windowMs);
  if (print.stopped !== undefined || print.observed !== undefined) return print;
  return { ...print, observed: device.observed };
}

/** Remembers what an event has said that goes on from here. */
export function keepPrints({ event, hunt }: Climbing, { prints }: Climbed): void {
  if (prints !== undefined) hunt.watch.change(event.team, { prints });
}

function askDevice({ event, hunt }: Climbing, { device: mode }: CompiledQuality): Climbed {
  const { sequence, team } = event;
  if (sequence === undefined) return PASSED;
  const { devices } = hunt.watch.of(team);
  const counted = countOf(devices.get(sequence.device), sequence);
  if (counted.kind === 'first') {
    const entry = [sequence.device, counted.next] as const;
    hunt.watch.change(team, { devices: renewed(devices, entry, WATCH_LIMITS.devices) });
    return PASSED;
  }
  if (mode === 'observe') return { stopped: undefined, observed: 'device' };
  if (counted.kind === 'passed') {
    return { stopped: { outcome: 'late', reason: counted.reason }, observed: undefined };
  }
  const stopped = { outcome: 'duplicate', rung: 'device', firstPosition: UNKNOWN } as const;
  return { stopped, observed: undefined };
}

function askFingerprint(
  { event, hunt, position, nowMs }: Climbing,
  { fingerprint }: CompiledQuality,
  windowMs: number,
): Climbed {
  const { prints } = hunt.watch.of(event.team);
  const text = fingerprintOf(event);
  // What is over is let go, so that a team weighs as much as it has said within the windows.
  const current = prints.filter(({ untilMs }) => nowMs < untilMs);
  const first = current.find((print) => print.text === text);
  if (first === undefined) {
    const print = { text, untilMs: nowMs + windowMs, position };
    const kept = [...current, print].slice(-WATCH_LIMITS.fingerprints);
    return { ...PASSED, prints: kept };
  }
  if (fingerprint?.mode === 'observe') return { stopped: undefined, observed: 'fingerprint' };
  const { position: firstPosition } = first;
  const stopped = { outcome: 'duplicate', rung: 'fingerprint', firstPosition } as const;
  return { stopped, observed: undefined };
}

/** Type, player and data: neither id nor times. Fields stand in the order of the contract. */
function fingerprintOf({ type, player, data }: PlayLogged): string {
  return `${type}\n${player}\n${JSON.stringify(data)}`;
}
