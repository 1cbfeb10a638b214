/** An event as it stands in the log: parsed, stamped and named for deduplication. */
import type {
  ControlData,
  ControlType,
  CustomData,
  CustomType,
  EventData,
  EventType,
  SequencePlace,
} from '@trove/contracts';

interface Stamped {
  /**
   * Identity for deduplication: 16 bytes of the UUIDv7, then 8 bytes of a hash of the source, one
   * character (0 to 255) a byte. A string because it is a map key on the hot path.
   */
  readonly identity: string;
  /** 8 bytes, one character each: hash of hunt, player, team, type, time and data. */
  readonly digest: string;
  readonly source: string;
  readonly hunt: string;
  readonly player: string;
  readonly team: string;
  /** When it happened by the sender's clock, ms. */
  readonly timeMs: number;
  /** When its packet left by the sender's clock, ms. */
  readonly sentAtMs: number;
  /** When it reached the door, microseconds on Redis's clock. */
  readonly receivedAtUs: number;
  /** Where it stands among the events of its device; undefined when its sender does not count. */
  readonly sequence?: SequencePlace | undefined;
  /** Of an event from the record, which keeps the device's name and not its count. */
  readonly device?: string | undefined;
}

type Typed<D> = { [T in keyof D]: { readonly type: T; readonly data: D[T] } }[keyof D];
/** Data of a custom type is what the version in force at the door allowed, not the one at hand. */
type Custom = { readonly type: CustomType; readonly data: CustomData };
export type PlayLogged = Stamped & (Typed<{ [T in EventType]: EventData<T> }> | Custom);
export type ControlLogged = Stamped & Typed<{ [T in ControlType]: ControlData<T> }>;
export type LoggedEvent = PlayLogged | ControlLogged;

/** The W3C trace context that one event of an entry carries; never part of its content. */
export interface EventTrace {
  /** Place of the event in its entry. */
  readonly index: number;
  readonly traceparent: string;
}

/** One append: the events of one flush of one door. */
export interface LogEntry {
  /** Place in the log; its leading number is the append's millisecond on the log's clock. */
  readonly id: string;
  /** Applied time of its events: microseconds on the log's clock. */
  readonly appendedAtUs: number;
  /** The door process that appended it. */
  readonly door: string;
  /** Its events were in quarantine and are sent again by an operator, under their own ids. */
  readonly isReplay: boolean;
  readonly events: readonly LoggedEvent[];
  /** What is wrong with its bytes: none of its events can be decided. Absent when nothing is. */
  readonly damage?: string;
  /** Only of events that carry one; absent when none does. */
  readonly traces?: readonly EventTrace[];
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The UUID text of an identity. */
export function eventIdOf(identity: string): string {
  let text = '';
  for (let i = 0; i < 16; i += 1) {
    text += HEX[identity.charCodeAt(i)];
    if (i === 3 || i === 5 || i === 7 || i === 9) text += '-';
  }
  return text;
}

/** Milliseconds of the id's own time, from its first six bytes. */
export function timeOfIdentity(identity: string): number {
  let ms = 0;
  for (let i = 0; i < 6; i += 1) ms = ms * 256 + identity.charCodeAt(i);
  return ms;
}
