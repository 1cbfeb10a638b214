/**
 * The one place where an event is found good or bad. Pure: the packet, the sender's claims and
 * the hunts in; the event as it came, with what was found out about it, or a refusal out.
 */
import {
  CONTROL_SOURCE,
  type DoorClaims,
  EVENT_TYPES,
  type EventRefusal,
  type LiveHunt,
  PLAY_EVENTS,
  type PlayEvent,
  timeOfEventId,
  timeOfText,
} from '@trove/contracts';
import { idTimeProblem } from '@trove/core';
import { compile } from 'zod';

export interface PacketContext {
  readonly claims: DoorClaims;
  readonly source: string;
  readonly receivedAtUs: number;
  readonly hunt: (slug: string) => LiveHunt | undefined;
}

export interface GoodEvent {
  readonly isGood: true;
  readonly event: PlayEvent;
  readonly timeMs: number;
  readonly live: LiveHunt;
}
export interface BadEvent extends EventRefusal {
  readonly isGood: false;
}

const CONTRACTS = new Map(EVENT_TYPES.map((type) => [type as string, compile(PLAY_EVENTS[type])]));

/** What was found wrong. Never throws, whatever the value is. */
export function checkEvent(raw: unknown, context: PacketContext): GoodEvent | BadEvent {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return bad('malformed', 'an event is an object', '');
  }
  const { type } = raw as { type?: unknown };
  const contract = typeof type === 'string' ? CONTRACTS.get(type) : undefined;
  if (contract === undefined) {
    return bad('unknown_type', `known types are ${EVENT_TYPES.join(', ')}`, 'type');
  }
  // The contracts transform nothing, so that a good event needs no copy.
  if (!contract.validate(raw)) {
    const issue = contract.safeParse(raw).error?.issues[0];
    return bad('contract', issue?.message ?? 'breaks its contract', pathText(issue?.path ?? []));
  }
  const event: PlayEvent = raw;
  const timeMs = timeOfText(event.time);
  if (Number.isNaN(timeMs)) return bad('contract', 'a time that exists', 'time');
  const live = context.hunt(event.hunt);
  if (live === undefined) return bad('unknown_hunt', `no hunt is named ${event.hunt}`, 'hunt');
  return (
    mayNotSpeak(event, context) ??
    badIdTime(timeOfEventId(event.id), live, context) ?? { isGood: true, event, timeMs, live }
  );
}

function bad(code: EventRefusal['code'], detail: string, path: string): BadEvent {
  return { isGood: false, code, detail, path };
}

function pathText(path: readonly PropertyKey[]): string {
  return path.map((part) => String(part).slice(0, 64)).join('.');
}

/** Why the sender may not speak for this player of this team. */
export function mayNotSpeak(
  event: Pick<PlayEvent, 'hunt' | 'player' | 'team'>,
  { claims, source }: PacketContext,
): BadEvent | undefined {
  if (claims.kind === 'source') {
    if (!claims.may.includes('send')) return bad('not_permitted', 'the token may not send', '');
    const isAllowed = claims.hunts.includes('*') || claims.hunts.includes(event.hunt);
    return isAllowed ? undefined : bad('hunt_not_allowed', 'another hunt’s token', 'hunt');
  }
  if (claims.hunt !== event.hunt) return bad('hunt_not_allowed', 'another hunt’s token', 'hunt');
  if (claims.team !== event.team) return bad('other_team', 'the token is another team’s', 'team');
  if (claims.sub !== event.player) {
    return bad('other_team', 'the token is another player’s', 'player');
  }
  return claims.source === source ? undefined : bad('other_source', 'not its source', 'source');
}

/** Why an id may not pass by its own time. */
export function badIdTime(
  idTimeMs: number,
  live: LiveHunt,
  { receivedAtUs }: PacketContext,
): BadEvent | undefined {
  if (live.clock === 'events') return undefined;
  const code = idTimeProblem(idTimeMs, receivedAtUs / 1000);
  if (code === undefined) return undefined;
  return bad(code, `the id is of ${new Date(idTimeMs).toISOString()}`, 'id');
}

/** True for a source that only servers may use. */
export function isReservedSource(source: string): boolean {
  return source === CONTROL_SOURCE;
}
