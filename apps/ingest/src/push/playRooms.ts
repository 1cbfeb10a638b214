/**
 * What is pushed to rooms of `/play`: encoded once a room, whoever is in it. A socket that does
 * not read holds up nobody: after each push those with too much waiting are looked at again when
 * the door's turn is over, and whoever still has it is given to `onSlow`. A client that reads has
 * nothing waiting by then, so a healthy socket costs one comparison a push.
 */
import type { ServerMessages } from '@trove/contracts';
import type { Namespace } from 'socket.io';
import type { PlayNamespace, PlaySocket } from '../handlers/registerPlay.js';
import { DOOR_LIMITS } from '../limits.js';
import { JsonText } from './playParser.js';
import type { Rooms } from './pusher.js';
import { readyFrame, sendFrame } from './readyFrame.js';
import { unsentOf } from './unsent.js';

type Message = keyof ServerMessages;

export class PlayRooms implements Rooms {
  readonly #play: PlayNamespace;
  readonly #untyped: Namespace;
  readonly #onSlow: (socket: PlaySocket) => void;
  #behind = new Set<PlaySocket>();
  /** The newest of each message that a socket shall have only the newest of, while it waits. */
  readonly #late = new WeakMap<PlaySocket, Map<Message, JsonText>>();

  constructor(play: PlayNamespace, onSlow: (socket: PlaySocket) => void) {
    this.#play = play;
    this.#untyped = play;
    this.#onSlow = onSlow;
  }

  has(room: string): boolean {
    return this.#play.adapter.rooms.has(room);
  }

  count(): number {
    return this.#play.sockets.size;
  }

  emit<M extends Message>(room: string, message: M, ...args: Parameters<ServerMessages[M]>): void {
    this.#play.to(room).emit(message, ...args);
    this.#look(room);
  }

  emitBytes(room: string, message: Message, json: readonly Uint8Array[]): void {
    const frame = readyFrame(message, json);
    for (const socket of this.#membersOf(room)) {
      sendFrame(socket, frame);
      if (isBehind(socket)) this.#suspect(socket);
    }
  }

  /**
   * A socket that is not done with what came before gets only the newest of these, after it. A
   * large room is pushed to over several turns of the door, so that results go out between.
   */
  emitLatest<M extends Message>(
    room: string,
    message: M,
    value: Parameters<ServerMessages[M]>[0],
  ): void {
    const json = new JsonText(JSON.stringify(value));
    const all = [...this.#membersOf(room)];
    const emitFrom = (from: number): void => {
      const to = from + DOOR_LIMITS.pushesPerTurn;
      this.#emitNewest(all.slice(from, to), message, json);
      if (to < all.length) setImmediate(emitFrom, to);
    };
    emitFrom(0);
  }

  #emitNewest(some: readonly PlaySocket[], message: Message, json: JsonText): void {
    const prompt: string[] = [];
    for (const socket of some) {
      if (socket.conn.transport.writable) prompt.push(socket.id);
      else this.#keepLatest(socket, message, json);
    }
    // To no room would be to everybody.
    if (prompt.length > 0) this.#untyped.to(prompt).emit(message, json);
  }

  #keepLatest(socket: PlaySocket, message: Message, json: JsonText): void {
    const kept = this.#late.get(socket);
    if (kept !== undefined) {
      kept.set(message, json);
      return;
    }
    const first = new Map([[message, json]]);
    this.#late.set(socket, first);
    socket.conn.transport.once('ready', () => {
      this.#late.delete(socket);
      const untyped = socket as unknown as { emit(message: string, json: JsonText): void };
      for (const [name, latest] of first) untyped.emit(name, latest);
    });
  }

  *#membersOf(room: string): Iterable<PlaySocket> {
    const { sockets, adapter } = this.#play;
    for (const id of adapter.rooms.get(room) ?? []) {
      const socket = sockets.get(id);
      if (socket !== undefined) yield socket;
    }
  }

  #look(room: string): void {
    for (const socket of this.#membersOf(room)) if (isBehind(socket)) this.#suspect(socket);
  }

  #suspect(socket: PlaySocket): void {
    if (this.#behind.size === 0) setImmediate(() => this.#judge());
    this.#behind.add(socket);
  }

  #judge(): void {
    const behind = this.#behind;
    this.#behind = new Set();
    for (const socket of behind) if (isBehind(socket)) this.#onSlow(socket);
  }
}

function isBehind(socket: PlaySocket): boolean {
  return unsentOf(socket) > DOOR_LIMITS.unsentPushes;
}
