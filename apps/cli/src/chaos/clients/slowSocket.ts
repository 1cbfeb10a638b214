/**
 * A client that reads a kilobyte a second: the WebSocket handshake by hand over a plain socket,
 * because any library reads as fast as it can. It joins its source's room and is sent all that
 * happens there.
 */
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import type { SourceToken } from '../../bench/shapes.js';

const READ_BYTES = 1_024;
const EVERY_MS = 1_000;
const TEXT_FRAME = 0x81;
const MASKED = 0x80;
const LONG_LENGTH = 126;

export interface SlowSocket {
  /** Bytes it has read. */
  readonly read: number;
  /** The door has closed it. */
  readonly isClosed: boolean;
  close(): void;
}

/** Resolves once the door has taken the connection. */
export function openSlowSocket(url: string, { token }: SourceToken): Promise<SlowSocket> {
  const { hostname, port, host } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  const state = { read: 0, isClosed: false };
  socket.on('close', () => {
    state.isClosed = true;
  });
  const timer = setInterval(() => {
    const chunk = socket.read(Math.min(READ_BYTES, socket.readableLength)) as Buffer | null;
    state.read += chunk?.length ?? 0;
  }, EVERY_MS);
  const close = () => {
    clearInterval(timer);
    socket.destroy();
  };
  return new Promise((resolve, reject) => {
    socket.on('error', (error) => {
      close();
      reject(error);
    });
    socket.once('connect', () => {
      socket.write(handshake(host));
      socket.write(textFrame(`40/play,${JSON.stringify({ token })}`));
      resolve({
        get read() {
          return state.read;
        },
        get isClosed() {
          return state.isClosed;
        },
        close,
      });
    });
    keepPaused(socket);
  });
}

/** Data is fetched by `read` alone; a listener for `readable` keeps the stream from flowing. */
function keepPaused(socket: Socket): void {
  socket.on('readable', () => undefined);
}

function handshake(host: string): string {
  return [
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
    `Host: ${host}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    'Sec-WebSocket-Version: 13',
    '\r\n',
  ].join('\r\n');
}

/** One masked text frame of 126 to 65,535 bytes or fewer (RFC 6455, 5.2). */
function textFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  const mask = randomBytes(4);
  const isLong = payload.length >= LONG_LENGTH;
  const head = Buffer.alloc(isLong ? 4 : 2);
  head[0] = TEXT_FRAME;
  head[1] = MASKED | (isLong ? LONG_LENGTH : payload.length);
  if (isLong) head.writeUInt16BE(payload.length, 2);
  const masked = payload.map((byte, i) => byte ^ (mask[i % 4] as number));
  return Buffer.concat([head, mask, masked]);
}
