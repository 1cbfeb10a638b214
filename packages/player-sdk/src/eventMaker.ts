/** Makes events of a player: an id and a place of its device, once for each intent. */
import type { CustomData, EventData, PlayEvent, PlayType } from '@trove/contracts';
import type { DeviceCounter } from './deviceCounter.js';
import { makeEventId } from './eventId.js';
import type { Session } from './transport.js';

export interface EventMakerOptions {
  readonly session: Pick<Session, 'hunt' | 'player' | 'team'>;
  readonly counter: DeviceCounter;
  /** The server's clock, in milliseconds. */
  readonly clock: { now(): number };
}

export interface Intent {
  readonly type: PlayType;
  readonly data: EventData | CustomData;
  readonly traceparent?: string | undefined;
  /** When it happened, by the device's clock, ms; else now. */
  readonly atMs?: number | undefined;
}

/** A function that makes the event of an intent; its time is the device's own. */
export function eventMaker({ session, counter, clock }: EventMakerOptions) {
  const { hunt, player, team } = session;
  return ({ type, data, traceparent, atMs = Date.now() }: Intent): PlayEvent => {
    const id = makeEventId(clock.now());
    const time = new Date(atMs).toISOString();
    const traced = traceparent === undefined ? {} : { traceparent };
    const said = { id, type, time, hunt, player, team, data, ...traced };
    return { ...said, device: counter.take() } as PlayEvent;
  };
}
