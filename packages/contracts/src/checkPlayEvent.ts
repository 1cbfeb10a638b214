/** Holds one event against the contract of its type: at the door, and again before a replay. */
import { compile, type z } from 'zod';
import { EVENT_TYPES, PLAY_EVENTS, type PlayEvent } from './events.js';
import { timeOfText } from './eventTime.js';

export type CheckedEvent =
  | { readonly isGood: true; readonly event: PlayEvent; readonly timeMs: number }
  | {
      readonly isGood: false;
      readonly code: 'malformed' | 'unknown_type' | 'contract';
      readonly detail: string;
      /** Where in the event, as `data.lat`; empty for the whole of it. */
      readonly path: string;
    };

const compileAll = () => {
  return new Map(EVENT_TYPES.map((type) => [type as string, compile(PLAY_EVENTS[type])]));
};

/** Compiled when the first event is held against them: a page that never does pays nothing. */
let contracts: ReturnType<typeof compileAll> | undefined;

/** Never throws, whatever the value is. A good event is the value itself: nothing is copied. */
export function checkPlayEvent(raw: unknown): CheckedEvent {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return bad('malformed', 'an event is an object', '');
  }
  const { type } = raw as { type?: unknown };
  contracts ??= compileAll();
  const contract = typeof type === 'string' ? contracts.get(type) : undefined;
  if (contract === undefined) {
    return bad('unknown_type', `known types are ${EVENT_TYPES.join(', ')}`, 'type');
  }
  // The contracts transform nothing, so that a good event needs no copy.
  if (!contract.validate(raw)) {
    const issue = contract.safeParse(raw).error?.issues[0];
    return bad('contract', issue?.message ?? 'breaks its contract', pathOf(issue));
  }
  const event: PlayEvent = raw;
  const timeMs = timeOfText(event.time);
  if (Number.isNaN(timeMs)) return bad('contract', 'a time that exists', 'time');
  return { isGood: true, event, timeMs };
}

type BadCode = Extract<CheckedEvent, { isGood: false }>['code'];

function bad(code: BadCode, detail: string, path: string): CheckedEvent {
  return { isGood: false, code, detail, path };
}

/** The failing field; where a field is one too many, that field and not the object around it. */
function pathOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return '';
  const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return [...issue.path, ...extra].map((part) => String(part).slice(0, 64)).join('.');
}
