/**
 * Messages of `/play` that are bytes already, as the WebSocket frame they leave in: Socket.IO would
 * make a text of them, and bytes of the text again.
 */
import { PacketType } from 'socket.io-parser';
import * as ws from 'ws';
import type { PlaySocket } from '../handlers/registerPlay.js';

/** A head and what it is of. */
type Frame = readonly Uint8Array[];

/** As Socket.IO's own adapter frames what goes to many; the types of ws leave it out. */
const { Sender } = ws as unknown as {
  readonly Sender: { frame(data: Buffer, options: object): Frame };
};
const WHOLE_TEXT = { fin: true, opcode: 1, mask: false, rsv1: false, readOnly: false };

/** Engine.IO's number of a message. */
const MESSAGE = '4';
const END = Buffer.from(']');
const heads = new Map<string, Buffer>();

/**
 * @param json what the message carries, in parts; they are copied
 */
export function readyFrame(message: string, json: readonly Uint8Array[]): Frame {
  return Sender.frame(Buffer.concat([headOf(message), ...json, END]), WHOLE_TEXT);
}

/** Sends it behind all that waits; nothing when the connection is closing. */
export function sendFrame({ conn }: PlaySocket, frame: Frame): void {
  // With a frame that is ready the connection looks at no text. Its types do not know of frames.
  conn.write('', { compress: false, wsPreEncodedFrame: frame } as { compress: boolean });
}

function headOf(message: string): Buffer {
  let head = heads.get(message);
  if (head === undefined) {
    const name = JSON.stringify(message);
    head = Buffer.from(`${MESSAGE}${PacketType.EVENT}/play,[${name},`);
    heads.set(message, head);
  }
  return head;
}
