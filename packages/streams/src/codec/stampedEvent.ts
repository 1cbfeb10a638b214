/** What a door hands to the writer of log entries: an event, and what its packet says of it. */
import type { EventId } from '@trove/contracts';
import type { LoggedEvent } from '@trove/core';

/** What the events of one packet share. */
export interface PacketStamp {
  readonly source: string;
  /** 8 characters, as `Identities.sourceHash` gives them. */
  readonly sourceHash: string;
  readonly sentAtMs: number;
  readonly receivedAtUs: number;
  /** Puts another trace context in the place of the one an event carries. */
  retrace?(traceparent: string, id: string): string;
}

/** What an event says, whoever made its id. */
export type Said = Pick<LoggedEvent, 'hunt' | 'player' | 'team' | 'type' | 'data'>;

/** An event by its id as text: what a client sent, or what a server says. */
export interface StampedEvent extends Said {
  readonly id: EventId;
  /** W3C trace context; one that is malformed is ignored, as its specification wants. */
  readonly traceparent?: string | undefined;
  /** Where it stands among the events of its device, as its contract has it. */
  readonly device?: string | undefined;
}
