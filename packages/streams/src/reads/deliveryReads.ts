/** When results were pushed and acknowledged, from the notes that doors keep of it. */
import {
  type DeliveryNote,
  decodeDelivery,
  type EventPlace,
  isHeard,
  isSeen,
  type PushNote,
  type SeenNote,
} from '../codec/deliveryNote.js';
import type { TroveRedis } from '../connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from '../keys.js';
import { DELIVERY_BOUNDS } from '../limits.js';

export interface Delivery {
  readonly pushedAtUs: number | undefined;
  readonly acknowledgedAtUs: number | undefined;
}

/** Where an event stands in its commit. */
export interface DeliveredPlace extends EventPlace {
  /** Of the commit. */
  readonly firstPosition: number;
  readonly offset: number;
}

/** Whose device may have acknowledged an event. */
export interface DeliveredTo {
  readonly hunt: string;
  readonly player: string;
}

export interface DeliveredEvent extends DeliveredPlace, DeliveredTo {}

const PAGE = 32;
const NOT_DELIVERED: Delivery = { pushedAtUs: undefined, acknowledgedAtUs: undefined };

/** Notes by what they are looked for: a stretch of a partition's time. */
export class DeliveryIndex {
  private readonly pushes = new Map<number, PushNote[]>();
  private readonly seen = new Map<string, SeenNote[]>();

  add({ pushes, seen }: DeliveryNote): void {
    for (const note of pushes) addTo(this.pushes, note.offset, note);
    for (const note of seen) addTo(this.seen, seenKey(note), note);
  }

  /** Asked for every event that is archived, which most have no note of. */
  of(place: DeliveredPlace, to: DeliveredTo): Delivery {
    const pushes = this.pushes.get(place.offset);
    const seen = this.seen.size === 0 ? undefined : this.seen.get(seenKey(to));
    if (pushes === undefined && seen === undefined) return NOT_DELIVERED;
    const row = place.position - place.firstPosition;
    let pushedAtUs: number | undefined;
    for (const note of pushes ?? []) {
      if (note.epoch !== place.epoch || !isHeard(note, row)) continue;
      pushedAtUs = Math.min(pushedAtUs ?? note.pushedAtUs, note.pushedAtUs);
    }
    let acknowledgedAtUs: number | undefined;
    for (const note of seen ?? []) {
      if (!isSeen(note, place)) continue;
      acknowledgedAtUs = Math.min(acknowledgedAtUs ?? note.seenAtUs, note.seenAtUs);
    }
    return { pushedAtUs, acknowledgedAtUs };
  }
}

const seenKey = ({ hunt, player }: DeliveredTo) => `${hunt}\n${player}`;

function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

export interface DeliverySpan {
  readonly partition: number;
  /** Milliseconds on Redis's clock. */
  readonly fromMs: number;
  readonly toMs?: number | undefined;
}

/** Pages of notes in the order they were written, up to `DELIVERY_BOUNDS.readBytes` of them. */
export async function* readNotes(
  redis: TroveRedis,
  { partition, fromMs, toMs }: DeliverySpan,
  keys: KeySpace = DEFAULT_KEYS,
): AsyncGenerator<{ readonly notes: readonly DeliveryNote[]; readonly isLast: boolean }> {
  const { deliveries } = partitionKeys(keys, partition);
  const to = toMs === undefined ? '+' : String(Math.ceil(toMs));
  let from = String(Math.floor(fromMs));
  for (let bytes = 0; bytes < DELIVERY_BOUNDS.readBytes; ) {
    const rows = await redis.xrangeBuffer(deliveries, from, to, 'COUNT', PAGE);
    const blobs = rows.flatMap(([, fields]) => fields[1] ?? []);
    bytes += blobs.reduce((sum, blob) => sum + blob.length, 0);
    const last = rows.at(-1);
    const isLast = last === undefined || rows.length < PAGE;
    yield { notes: blobs.map(decodeDelivery), isLast };
    if (isLast) return;
    from = `(${last[0].toString('latin1')}`;
  }
}

export interface KnownDelivery extends Delivery {
  /** False when what is absent may have been noted where nobody looks any more. */
  readonly isKnown: boolean;
}

/** Reads on until both times are found, the notes end, or the bound of one read is reached. */
export async function readDelivery(
  redis: TroveRedis,
  query: { readonly partition: number; readonly committedMs: number; readonly keys?: KeySpace },
  event: DeliveredEvent,
): Promise<KnownDelivery> {
  const { partition, committedMs, keys = DEFAULT_KEYS } = query;
  const index = new DeliveryIndex();
  const span = { partition, fromMs: committedMs };
  let isRead = false;
  for await (const { notes, isLast } of readNotes(redis, span, keys)) {
    for (const note of notes) index.add(note);
    isRead = isLast;
    const { pushedAtUs, acknowledgedAtUs } = index.of(event, event);
    if (pushedAtUs !== undefined && acknowledgedAtUs !== undefined) break;
  }
  const found = index.of(event, event);
  const isWhole = found.pushedAtUs !== undefined && found.acknowledgedAtUs !== undefined;
  if (isWhole) return { ...found, isKnown: true };
  return { ...found, isKnown: isRead && (await isKept(redis, query, keys)) };
}

/** Whether all notes since a moment are still there. */
async function isKept(
  redis: TroveRedis,
  { partition, committedMs }: { readonly partition: number; readonly committedMs: number },
  space: KeySpace,
): Promise<boolean> {
  const { deliveries } = partitionKeys(space, partition);
  const [first, facts] = await Promise.all([
    redis.xrange(deliveries, '-', '+', 'COUNT', 1),
    redis
      .exists(deliveries)
      .then((there) => (there === 0 ? [] : redis.xinfo('STREAM', deliveries))),
  ]);
  const fact = (name: string) => {
    const list = facts as unknown[];
    return Number(list[list.indexOf(name) + 1] ?? 0);
  };
  // Nothing was ever taken away: what is not there was never written.
  if ((facts as unknown[]).length === 0) return true;
  if (fact('entries-added') === fact('length')) return true;
  return first[0] !== undefined && Number.parseInt(first[0][0], 10) <= committedMs;
}
