/**
 * A Socket.IO connection to `/play` reduced to text frames, so that the generator takes as little
 * of the two cores as it can. What it sends is byte for byte what the usual client sends.
 */
import { WebSocket } from 'ws';
import { FailedError } from '../exits.js';
import type { SourceToken } from './shapes.js';

/** Engine.IO and Socket.IO packet types as they stand at the head of a frame. */
const FRAME = { open: '0', ping: '2', pong: '3', connect: '40/play,', event: '42/play,' };
const REFUSED = '44/play,';
const ACK = '43/play,';
const RESULTS = '["results",';
const BOARD = '["board",';
const OPEN_MS = 15_000;

export class WireSocket {
  /** The frame of one `results` push. */
  onResults: (frame: string) => void = () => undefined;
  /** A board has come. */
  onBoard: () => void = () => undefined;
  /** The frame that answers `send`, by its number. */
  onReply: (number: number, frame: string) => void = () => undefined;
  onClose: () => void = () => undefined;
  readonly source: string;
  readonly #socket: WebSocket;
  #sent = 0;

  private constructor(socket: WebSocket, source: string) {
    this.#socket = socket;
    this.source = source;
    socket.on('close', () => this.onClose());
  }

  /** Rejects when the server refuses the token or does not answer. */
  static open(url: string, { source, token }: SourceToken): Promise<WireSocket> {
    const address = new URL('/socket.io/?EIO=4&transport=websocket', url);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(address, { perMessageDeflate: false });
    const wire = new WireSocket(socket, source);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new FailedError('no answer to a socket')), OPEN_MS);
      const end = (error?: Error) => {
        clearTimeout(timer);
        if (error === undefined) resolve(wire);
        else reject(error);
      };
      socket.on('error', end);
      socket.on('message', (data: Buffer) => {
        const frame = data.toString('latin1');
        if (frame.startsWith(FRAME.open)) socket.send(FRAME.connect + JSON.stringify({ token }));
        else if (frame === FRAME.ping) socket.send(FRAME.pong);
        else if (frame.startsWith(FRAME.connect)) end();
        else if (frame.startsWith(REFUSED)) end(new FailedError(`refused: ${frame}`));
        else wire.#take(frame);
      });
    });
  }

  /** Sends one packet whose events are given as JSON, joined by commas; answers its number. */
  send(events: string, sentAt: string): number {
    const number = this.#sent;
    this.#sent += 1;
    const head = `"specversion":"1.0","source":"${this.source}","sentAt":"${sentAt}"`;
    this.#socket.send(`${FRAME.event}${number}["events:send",{${head},"events":[${events}]}]`);
    return number;
  }

  close(): void {
    this.onClose = () => undefined;
    this.#socket.close();
  }

  #take(frame: string): void {
    if (frame.startsWith(RESULTS, FRAME.event.length)) this.onResults(frame);
    else if (frame.startsWith(BOARD, FRAME.event.length)) this.onBoard();
    else if (frame.startsWith(ACK)) {
      const end = frame.indexOf('[', ACK.length);
      this.onReply(Number(frame.slice(ACK.length, end)), frame.slice(end));
    }
  }
}
