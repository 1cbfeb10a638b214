/**
 * What a session keeps as one text: its unsent events, how far it has seen results, and the
 * device it counts its events as.
 */
import type { PlayEvent, ResultOffset } from '@trove/contracts';

/** A device's name, and the epoch in which its next session has to be above. */
export interface KeptDevice {
  readonly name: string;
  readonly epoch: number;
}

export interface KeptQueue {
  readonly events: readonly PlayEvent[];
  readonly last?: readonly ResultOffset[] | undefined;
  readonly device?: KeptDevice | undefined;
}

const NOTHING: KeptQueue = { events: [] };

/** What an earlier session kept; nothing when it kept nothing that can be read. */
export function readQueue(text: string | undefined): KeptQueue {
  if (text === undefined) return NOTHING;
  try {
    const { events, last, device } = JSON.parse(text) as Partial<KeptQueue>;
    return {
      events: Array.isArray(events) ? events : [],
      last: Array.isArray(last) ? last : undefined,
      device: isDevice(device) ? device : undefined,
    };
  } catch {
    // A text that was cut off by a crash is as good as none: there is nobody to tell.
    return NOTHING;
  }
}

export function writeQueue(queue: KeptQueue): string {
  return JSON.stringify(queue);
}

function isDevice(device: unknown): device is KeptDevice {
  if (typeof device !== 'object' || device === null) return false;
  const { name, epoch } = device as Partial<KeptDevice>;
  return typeof name === 'string' && typeof epoch === 'number' && Number.isSafeInteger(epoch);
}
