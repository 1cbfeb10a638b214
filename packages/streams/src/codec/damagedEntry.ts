/**
 * A log entry whose bytes are not those that were written. What can still be read of its events is
 * handed on, so that an operator sees it, and nothing of it is decided: bytes that happen to make
 * sense may be wrong as well. For what can't be read an event stands in, because every event of the
 * log has a position.
 */
import { HuntSlug, WIRE_LIMITS } from '@trove/contracts';
import { isControl, type LogEntry, type LoggedEvent } from '@trove/core';
import { viewOrNothing } from '../decidedRows.js';
import type { EntryView } from './entryView.js';
import { AT, DIGEST_BYTES, ID_BYTES, IDENTITY_BYTES } from './logFields.js';
import { StoredEvent } from './storedEvent.js';
import { numberOfType } from './types.js';

export interface DamagedBlob {
  /** Of the log entry. */
  readonly id: string;
  readonly appendedAtUs: number;
  readonly blob: Buffer;
}

/** @param damage what is wrong with it */
export function damagedEntry({ id, appendedAtUs, blob }: DamagedBlob, damage: string): LogEntry {
  const view = viewOrNothing(blob);
  const count = Math.max(1, view?.count ?? countIn(blob));
  const events = Array.from({ length: count }, (_, index) => {
    const read = view && readAs(view, index);
    return read ?? standIn({ id, appendedAtUs, view }, index);
  });
  const door = nameOrNone(() => view?.door);
  return { id, appendedAtUs, door, isReplay: view?.isReplay ?? false, events, damage };
}

/** How many events its beginning says it has, where that can be. */
function countIn(blob: Buffer): number {
  const at = 2 + (blob[1] ?? 0);
  const count = at + 2 <= blob.length ? blob.readUInt16LE(at) : 0;
  return count <= WIRE_LIMITS.eventsPerPacket ? count : 0;
}

/** What a play event says; undefined when it can't be read, or could not be written on. */
function readAs(view: EntryView, index: number): LoggedEvent | undefined {
  try {
    const event = new StoredEvent(view, index) as unknown as LoggedEvent;
    const { identity, digest, hunt, source, player, team, timeMs, sentAtMs, receivedAtUs } = event;
    const names = { identity, digest, hunt, source, player, team };
    const { type, data } = event;
    const read = { ...names, timeMs, sentAtMs, receivedAtUs, type, data } as LoggedEvent;
    return isSound(read) ? read : undefined;
  } catch {
    // Whatever was thrown says the same: there is nothing to be read here.
    return undefined;
  }
}

function isSound(event: LoggedEvent): boolean {
  const { hunt, source, player, team, type, timeMs, sentAtMs, receivedAtUs } = event;
  const times = [timeMs, sentAtMs, receivedAtUs / 1_000];
  const areTimes = times.every((ms) => !Number.isNaN(new Date(ms).getTime()));
  const areNames = [source, player, team].every((name) => PRINTABLE.test(name));
  // Throws at a type that can't be written.
  numberOfType(type);
  return !isControl(event) && areTimes && areNames && HuntSlug.safeParse(hunt).success;
}

/** What names of the log are made of. */
const PRINTABLE = /^[ -~]*$/;

interface Place extends Omit<DamagedBlob, 'blob'> {
  readonly view: EntryView | undefined;
}

/** Stands for an event: under its own id where that is there, else under one of its place. */
function standIn({ id, appendedAtUs, view }: Place, index: number): LoggedEvent {
  const hunt = nameOrNone(() => view?.name(index, AT.hunt));
  const timeMs = Number.parseInt(id, 10);
  return {
    identity: view?.identity(index) ?? identityOf(id, index),
    digest: '\0'.repeat(DIGEST_BYTES),
    hunt: HuntSlug.safeParse(hunt).success ? hunt : '',
    ...{ source: '', player: '', team: '', timeMs, sentAtMs: timeMs, receivedAtUs: appendedAtUs },
    // Without what its type's contract asks for, so that it can't be replayed from quarantine.
    ...{ type: 'location.reported.v1', data: {} },
  } as unknown as LoggedEvent;
}

/** Empty where it can't be read or written. */
function nameOrNone(read: () => string | undefined): string {
  try {
    const name = read() ?? '';
    return PRINTABLE.test(name) ? name : '';
  } catch {
    return '';
  }
}

/** A UUIDv7 of the entry's moment, the same at every reading, and no source. */
function identityOf(id: string, index: number): string {
  const [ms = 0, seq = 0] = id.split('-').map(Number);
  const bytes = Buffer.alloc(IDENTITY_BYTES);
  bytes.writeUIntBE(ms, 0, 6);
  bytes.writeUInt16BE(0x7000, 6);
  bytes.writeUInt16BE(0x8000, 8);
  bytes.writeUInt32BE(seq, 10);
  bytes.writeUInt16BE(index, ID_BYTES - 2);
  return bytes.toString('latin1');
}
