/** Turns refused events into records that keep enough of the original to see why. */
import { createHash } from 'node:crypto';
import { type QuarantineRecord, WIRE_LIMITS } from '@trove/contracts';
import type { BadEvent } from './checkEvent.js';

export interface Refused {
  readonly raw: unknown;
  /** The sender's own bytes, where the transport still has them. */
  readonly bytes?: string;
  readonly bad: BadEvent;
  readonly source: string;
  readonly transport: 'socket' | 'http';
  readonly refusedAtMs: number;
  /** Version of a hunt's rules in force; absent where no hunt can be read. */
  readonly versionOf?: (hunt: string) => number | undefined;
}

/** Characters of an envelope field worth keeping. */
const FIELD = 128;

export function quarantineRecord(refused: Refused): QuarantineRecord {
  const { raw, bytes, bad, source, transport, refusedAtMs } = refused;
  const original = bytes ?? textOf(raw);
  const field = (name: string) => fieldOf(raw, name);
  return {
    refusedAt: refusedAtMs,
    stage: 'door',
    ack: bad.code === 'id_too_old' ? 'late' : 'invalid',
    code: bad.code,
    path: bad.path ?? '',
    detail: bad.detail,
    eventId: field('id'),
    hunt: field('hunt'),
    type: field('type'),
    source,
    player: field('player'),
    team: field('team'),
    transport,
    reserialised: bytes === undefined,
    original: original.slice(0, WIRE_LIMITS.quarantinedBytes),
    originalBytes: Buffer.byteLength(original),
    originalSha256: createHash('sha256').update(original).digest('hex'),
    huntVersion: refused.versionOf?.(field('hunt')) ?? 0,
  };
}

function textOf(raw: unknown): string {
  try {
    return JSON.stringify(raw) ?? String(raw);
  } catch {
    // Deeper than the serialiser's stack: nothing of it can be shown, but that it came is kept.
    return '(nested too deeply to be written)';
  }
}

function fieldOf(raw: unknown, name: string): string {
  if (typeof raw !== 'object' || raw === null || !Object.hasOwn(raw, name)) return '';
  const value = (raw as Record<string, unknown>)[name];
  return typeof value === 'string' ? value.slice(0, FIELD) : '';
}
