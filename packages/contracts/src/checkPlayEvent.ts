/**
 * Holds one event against the contract of its type: at the door, and again before a replay. Of a
 * hunt's own type only the envelope is known here; its data is for `customFault`.
 */
import { compile } from 'zod';
import { isCustomType } from './customType.js';
import { CustomEvent, EVENT_TYPES, PLAY_EVENTS, type PlayEvent } from './events.js';
import { timeOfText } from './eventTime.js';
import { pathOfIssue } from './issuePath.js';

export type CheckedEvent =
  | { readonly isGood: true; readonly event: PlayEvent; readonly timeMs: number }
  | {
      readonly isGood: false;
      readonly code: 'malformed' | 'unknown_type' | 'contract';
      readonly detail: string;
      /** Where in the event, as `data.lat`; empty for the whole of it. */
      readonly path: string;
    };

const compileAll = () => ({
  builtIn: new Map(EVENT_TYPES.map((type) => [type as string, compile(PLAY_EVENTS[type])])),
  custom: compile(CustomEvent),
});

/** Compiled when the first event is held against them: a page that never does pays nothing. */
let contracts: ReturnType<typeof compileAll> | undefined;

/** Never throws, whatever the value is. A good event is the value itself: nothing is copied. */
export function checkPlayEvent(raw: unknown): CheckedEvent {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return bad('malformed', 'an event is an object', '');
  }
  const { type } = raw as { type?: unknown };
  contracts ??= compileAll();
  const contract = typeof type === 'string' ? contractOf(type, contracts) : undefined;
  if (contract === undefined) {
    const known = `${EVENT_TYPES.join(', ')}, and custom types of the hunt`;
    return bad('unknown_type', `known types are ${known}`, 'type');
  }
  // The contracts transform nothing, so that a good event needs no copy.
  if (!contract.validate(raw)) {
    const issue = contract.safeParse(raw).error?.issues[0];
    return bad('contract', issue?.message ?? 'breaks its contract', pathOfIssue(issue));
  }
  const event: PlayEvent = raw;
  const timeMs = timeOfText(event.time);
  if (Number.isNaN(timeMs)) return bad('contract', 'a time that exists', 'time');
  return { isGood: true, event, timeMs };
}

function contractOf(type: string, { builtIn, custom }: ReturnType<typeof compileAll>) {
  return builtIn.get(type) ?? (isCustomType(type) ? custom : undefined);
}

type BadCode = Extract<CheckedEvent, { isGood: false }>['code'];

function bad(code: BadCode, detail: string, path: string): CheckedEvent {
  return { isGood: false, code, detail, path };
}
