/** What is wrong with an event that is to be tried, and when a trial begins by itself. */
import { type HuntDefinition, isCustomType, type PlayType } from '@trove/contracts';
import { contractFault } from '../fixtures/fixtureData.js';
import { startMs } from '../fixtures/moments.js';

/** What the door would refuse of such data, in one sentence; undefined when it would not. */
export function trialFault(
  { type, data }: { readonly type: PlayType; readonly data: unknown },
  { eventTypes = [] }: Pick<HuntDefinition, 'eventTypes'>,
): string | undefined {
  if (isCustomType(type) && !eventTypes.some((own) => own.type === type)) {
    return `The hunt has no event type ${type}.`;
  }
  const fault = contractFault(type, data, eventTypes);
  if (fault === undefined) return undefined;
  const field = fault.path.join('.');
  const place = field === '' ? type : `${field} of ${type}`;
  return `The door would refuse this event: ${place} allows ${fault.allowed}.`;
}

/** When the hunt opens, else the moment at which its fixtures begin; ms. */
export function trialStartMs(definition: Pick<HuntDefinition, 'opens'>): number {
  return startMs({}, definition);
}
