/**
 * The one place where an event is found good or bad. Pure: the packet, the sender's claims and
 * the hunts in; the event as it came, with what was found out about it, or a refusal out.
 */
import {
  CONTROL_SOURCE,
  checkPlayEvent,
  customFault,
  type DoorClaims,
  type EventData,
  type EventRefusal,
  isCustomType,
  type LiveHunt,
  type PlayEvent,
  timeOfEventId,
} from '@trove/contracts';
import { idTimeProblem } from '@trove/core';
import type { PhotoAim } from '../photos/photoIds.js';
import { contractsOf } from './typeContracts.js';

export interface PacketContext {
  readonly claims: DoorClaims;
  readonly source: string;
  readonly receivedAtUs: number;
  readonly hunt: (slug: string) => LiveHunt | undefined;
  /** Whether a photo's id was made for this hunt, team and clue. */
  readonly isOwnPhoto: (photo: string, aim: PhotoAim) => boolean;
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

/** What was found wrong. Never throws, whatever the value is. */
export function checkEvent(raw: unknown, context: PacketContext): GoodEvent | BadEvent {
  const checked = checkPlayEvent(raw);
  if (!checked.isGood) return checked;
  const { event, timeMs } = checked;
  // Asked before anything that time may mend: what is replayed later must have had the right.
  const silenced = mayNotSpeak(event, context);
  if (silenced !== undefined) return silenced;
  if (isForeignPhoto(event, context)) {
    return bad('other_team', 'no upload of this team for this clue', 'data.photo');
  }
  const live = context.hunt(event.hunt);
  if (live === undefined) return bad('unknown_hunt', `no hunt is named ${event.hunt}`, 'hunt');
  const fault = isCustomType(event.type) ? customFault(event, contractsOf(live)) : undefined;
  if (fault !== undefined) return { isGood: false, ...fault };
  const idTime = badIdTime(timeOfEventId(event.id), live, context);
  return idTime ?? { isGood: true, event, timeMs, live };
}

function bad(code: EventRefusal['code'], detail: string, path: string): BadEvent {
  return { isGood: false, code, detail, path };
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

/** Whether it submits a photo that nobody has uploaded for its hunt, team and clue. */
export function isForeignPhoto(
  { type, hunt, team, data }: Pick<PlayEvent, 'type' | 'hunt' | 'team' | 'data'>,
  { isOwnPhoto }: PacketContext,
): boolean {
  if (type !== 'photo.submitted.v1') return false;
  const { photo, clue } = data as EventData<'photo.submitted.v1'>;
  return !isOwnPhoto(photo, { hunt, team, clue });
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
