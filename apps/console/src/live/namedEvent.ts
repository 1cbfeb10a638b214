/** Events as screens show them: with what a log that knows ids alone can't say. */
import type { StoredEvent } from '@trove/contracts';

/** What an event's team and clue are called; absent where only their ids are known. */
export interface EventNames {
  readonly teamName?: string;
  readonly clueTitle?: string;
}

export type NamedEvent = StoredEvent & EventNames;
