/** A door as one sends to it: with the `source` that packets must name. */
import { UsageError } from '../exits.js';
import { DoorClient } from './doorClient.js';
import type { Door } from './findDoor.js';

export interface SourceDoor extends Door {
  readonly source: string;
}

/** Asks the door whom the token speaks for. Throws `UsageError` for the token of a player. */
export async function withSource(door: Door): Promise<SourceDoor> {
  const { kind, source } = await new DoorClient(door).token();
  if (kind === 'source') return { ...door, source };
  throw new UsageError('the token is that of one player: a crowd takes a source token or API key');
}
