/**
 * Where a refused event's id is to be parked, so that its replay can count at any age. Only an id
 * that the dedup window covers can be: of an older one nobody knows whether it was counted. And
 * only what its sender may say: nobody fills another hunt's parking place.
 */
import { checkPlayEvent, EventId, timeOfEventId } from '@trove/contracts';
import type { Identities, Parking } from '@trove/streams';
import {
  type BadEvent,
  badIdTime,
  isForeignPhoto,
  mayNotSpeak,
  type PacketContext,
} from './checkEvent.js';

export function parkingOf(
  raw: unknown,
  context: PacketContext,
  identities: Identities,
): Parking | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { id, hunt, player, team } = raw as Record<string, unknown>;
  const parsed = EventId.safeParse(id);
  const live = typeof hunt === 'string' ? context.hunt(hunt) : undefined;
  if (!parsed.success || live === undefined) return undefined;
  // A server may speak for everybody, so that it can be mended whom it forgot to name.
  const speaker = { hunt: live.slug, player: textOf(player), team: textOf(team) };
  if (mayNotSpeak(speaker, context) !== undefined) return undefined;
  const checked = checkPlayEvent(raw);
  if (checked.isGood && isForeignPhoto(checked.event, context)) return undefined;
  const time: BadEvent | undefined = badIdTime(timeOfEventId(parsed.data), live, context);
  // An id ahead of the clock can't have been accepted before: it was further ahead then.
  if (time?.code === 'id_too_old') return undefined;
  return {
    partition: live.partition,
    hunt: live.slug,
    id: parsed.data,
    sourceHash: identities.sourceHash(context.source),
  };
}

/** Of a name that is none, one that nobody has. */
function textOf(name: unknown): string {
  return typeof name === 'string' ? name : '';
}
