/**
 * Socket.IO's own parser with two short cuts, the same on the wire: packets of events are scanned
 * instead of parsed, and what is JSON already is not made into JSON again for each socket.
 */
import { Decoder, Encoder, type Packet, PacketType } from 'socket.io-parser';
import { scanPacket } from '../door/scan/packetScanner.js';
import { ScannedMessage } from '../door/scan/scannedMessage.js';

/** JSON that leaves as it is. */
export class JsonText {
  constructor(readonly text: string) {}
}

const EVENT = /^2\/play,(\d{0,15})\["events:send",/;
/** Longer than the longest head that EVENT matches. */
const HEAD_SIZE = 48;

class PlayDecoder extends Decoder {
  /** A packet of events is one binary frame, and nothing else has any. */
  constructor() {
    super({ maxAttachments: 1 });
  }

  override add(data: unknown): void {
    const packet = typeof data === 'string' ? scanned(data) : undefined;
    if (packet === undefined) super.add(data);
    else this.emitReserved('decoded', packet);
  }
}

function scanned(text: string): Packet | undefined {
  const head = EVENT.exec(text.slice(0, HEAD_SIZE));
  if (head === null) return undefined;
  const [whole, id] = head;
  const fromMs = performance.now();
  const packet = scanPacket(text, whole.length);
  if (packet === undefined) return undefined;
  const scanMs = performance.now() - fromMs;
  const message = new ScannedMessage(packet, text.slice(text.indexOf('[')), scanMs);
  const number = id === '' ? {} : { id: Number(id) };
  return { type: PacketType.EVENT, nsp: '/play', data: ['events:send', message], ...number };
}

class PlayEncoder extends Encoder {
  override encode(packet: Packet): (string | Buffer)[] {
    const { type, nsp, data } = packet;
    const body: unknown = Array.isArray(data) ? data[1] : undefined;
    if (type !== PacketType.EVENT || !(body instanceof JsonText)) return super.encode(packet);
    return [`${PacketType.EVENT}${nsp},[${JSON.stringify(data[0])},${body.text}]`];
  }
}

export const playParser = { Decoder: PlayDecoder, Encoder: PlayEncoder };
