/** A binary frame as the packet it stands for, or what is wrong with it. */
import { type Problem, problem, WIRE_LIMITS } from '@trove/contracts';
import { Unpackr } from 'msgpackr';
import { faultOfMsgpack } from './checkMsgpack.js';

export type Frame =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: Problem };

/** Keeps nothing of a frame: each defines its own records. */
const unpacker = new Unpackr({ useRecords: true, mapsAsObjects: true, int64AsType: 'number' });

/** The packet is as unproven as one that came as JSON: its contracts are asked afterwards. */
export function readFrame(frame: Buffer): Frame {
  if (frame.length > WIRE_LIMITS.frameBytes) {
    return { ok: false, error: problem('too_large', `at most ${WIRE_LIMITS.frameBytes} bytes`) };
  }
  const fault = faultOfMsgpack(frame);
  if (fault !== undefined) return { ok: false, error: problem('malformed', `msgpack: ${fault}`) };
  return { ok: true, value: unpacker.unpack(frame) };
}

/** A frame that can't be read, as a text to be kept. */
export function textOfFrame(frame: Buffer): string {
  return `msgpack as base64: ${frame.toString('base64')}`;
}
