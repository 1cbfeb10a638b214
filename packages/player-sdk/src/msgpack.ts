/**
 * `@trove/player-sdk/msgpack`: packets as msgpack records, which name the fields of their events
 * once a packet. Loaded by those who choose it, so that nobody else pays for the packer.
 */
import { Packr } from 'msgpackr/pack';
import type { PacketFrames } from './channel.js';

const packer = new Packr({ useRecords: true });

/** For `frames` of `createPlayer` and `createSource`. */
export const msgpackFrames: PacketFrames = {
  // What JSON would carry is what is packed: no `undefined`, no dates, nothing of a class.
  encode: (packet) => packer.pack(JSON.parse(JSON.stringify(packet))),
};
