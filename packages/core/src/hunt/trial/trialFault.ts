/** What is wrong with an event that is to be tried, and when a trial begins by itself. */
import type { EventType, HuntDefinition } from '@trove/contracts';
import { contractFault } from '../fixtures/fixtureData.js';
import { startMs } from '../fixtures/moments.js';

/** What the door would refuse of such data, in one sentence; undefined when it would not. */
export function trialFault(type: EventType, data: unknown): string | undefined {
  const fault = contractFault(type, data);
  if (fault === undefined) return undefined;
  const field = fault.path.join('.');
  const place = field === '' ? type : `${field} of ${type}`;
  return `The door would refuse this event: ${place} allows ${fault.allowed}.`;
}

/** When the hunt opens, else the moment at which its fixtures begin; ms. */
export function trialStartMs(definition: Pick<HuntDefinition, 'opens'>): number {
  return startMs({}, definition);
}
