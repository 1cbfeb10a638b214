import { describe, expect, it } from 'vitest';
import { ByteWriter } from './bytes.js';
import { decodeDelivery, encodeDelivery, isHeard, isSeen } from './deliveryNote.js';

const whole = { epoch: 1_795_660_375, offset: 90, pushedAtUs: 7e15, rows: 3, heard: undefined };
const some = { ...whole, offset: 100, rows: 10, heard: Uint8Array.of(0b1000_0001, 0b10) };
const seen = { hunt: 'hunt', player: 'ada', epoch: 2, since: 40, offset: 100, seenAtUs: 7e15 + 3 };

describe('notes of deliveries', () => {
  it('come back as they were written', () => {
    const note = { pushes: [whole, some], seen: [seen, { ...seen, player: 'b'.repeat(64) }] };
    const read = decodeDelivery(encodeDelivery(new ByteWriter(), note));
    expect(read.seen).toEqual(note.seen);
    expect(read.pushes[0]).toEqual(whole);
    expect([...(read.pushes[1]?.heard ?? [])]).toEqual([0b1000_0001, 0b10]);
  });

  it('that end too early are refused', () => {
    const blob = encodeDelivery(new ByteWriter(), { pushes: [some], seen: [seen] });
    expect(() => decodeDelivery(blob.subarray(0, blob.length - 4))).toThrow(RangeError);
    expect(() => decodeDelivery(Buffer.from([9, 0]))).toThrow('layout 9');
  });

  it('RC4 tell the rows that somebody listened to', () => {
    const heard = Array.from({ length: 11 }, (_, row) => row).filter((row) => isHeard(some, row));
    expect(heard).toEqual([0, 7, 9]);
    expect([0, 2, 3].map((row) => isHeard(whole, row))).toEqual([true, true, false]);
  });

  it('RC4 take a device to have had what came while it was connected', () => {
    const at = (position: number, epoch = 2) => isSeen(seen, { epoch, position });
    expect([at(39), at(40), at(99), at(100), at(50, 1)]).toEqual([false, true, true, false, false]);
  });
});
