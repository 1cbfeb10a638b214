'use client';
/**
 * One connection of a test player to the door, from joining to leaving, with everything that
 * happens on it. The socket is Socket.IO's own, not the SDK's: what is sent may be wrong on
 * purpose, and is sent once.
 */
import { joinHunt, makeEventId, TroveError } from '@trove/player-sdk';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { io, type Socket } from 'socket.io-client';
import { openTestPlayer } from '../../../server/commands/openTestPlayer';
import { exchange, type Happened, type Step } from './exchange';
import type { Fields, Speaker } from './startValue';

export type Standing = 'none' | 'joining' | 'live' | 'away' | 'refused';

export interface TestPlayer {
  readonly standing: Standing;
  /** Who the player is, while there is one. */
  readonly speaker: Speaker | undefined;
  /** Why it could not join. */
  readonly says: string | undefined;
  readonly happened: readonly Happened[];
  connect(hunt: string): void;
  leave(): void;
  send(message: string, body: Fields): void;
  clear(): void;
}

export function useTestPlayer(door: string): TestPlayer {
  const [standing, setStanding] = useState<Standing>('none');
  const [speaker, setSpeaker] = useState<Speaker>();
  const [says, setSays] = useState<string>();
  const [happened, happen] = useReducer(exchange, []);
  const socket = useRef<Socket>(undefined);
  const leave = useCallback(() => {
    socket.current?.disconnect();
    socket.current = undefined;
    setStanding('none');
    setSpeaker(undefined);
  }, []);
  useEffect(() => leave, [leave]);
  const connect = async (hunt: string) => {
    leave();
    setSays(undefined);
    setStanding('joining');
    const joined = await joinAsPlaytester(door, hunt);
    if ('says' in joined) {
      setSays(joined.says);
      setStanding('none');
      return;
    }
    const { token, player, team, source } = joined;
    setSpeaker({ hunt, player, team, source });
    socket.current = open({ door, token, happen, onStanding: setStanding });
  };
  return {
    standing,
    speaker,
    says,
    happened,
    connect: (hunt) => void connect(hunt),
    leave,
    send: (message, body) => send(socket.current, { message, body, happen }),
    clear: () => happen('clear'),
  };
}

async function joinAsPlaytester(url: string, hunt: string) {
  const opened = await openTestPlayer({ hunt }).catch(() => undefined);
  if (opened === undefined) return { says: 'The console does not answer. Try again.' };
  if (!opened.isDone) return { says: opened.says };
  try {
    const playerId = makeEventId(Date.now());
    return await joinHunt({ url, hunt, code: opened.code, playerId });
  } catch (error) {
    if (error instanceof TroveError) return { says: error.message };
    throw error;
  }
}

interface Opening {
  readonly door: string;
  readonly token: string;
  happen(step: Step): void;
  onStanding(standing: Standing): void;
}

function open({ door, token, happen, onStanding }: Opening): Socket {
  const socket = io(new URL('/play', door).href, {
    transports: ['websocket'],
    forceNew: true,
    auth: { token },
  });
  const state = (standing: Standing, name: string, body?: unknown) => {
    onStanding(standing);
    happen({ atMs: Date.now(), what: 'state', name, body });
  };
  socket.on('connect', () => state('live', 'connected'));
  socket.on('disconnect', (reason) => state('away', `disconnected: ${reason}`));
  socket.on('connect_error', (error: Error & { data?: unknown }) => {
    state(socket.active ? 'away' : 'refused', `not connected: ${error.message}`, error.data);
  });
  socket.onAny((name: string, body: unknown) => {
    happen({ atMs: Date.now(), what: 'push', name, body });
  });
  return socket;
}

interface Sending {
  readonly message: string;
  readonly body: Fields;
  happen(step: Step): void;
}

function send(socket: Socket | undefined, { message, body, happen }: Sending): void {
  const fromMs = performance.now();
  happen({ atMs: Date.now(), what: 'sent', name: message, body });
  socket?.emit(message, body, (reply: unknown) => {
    const tookMs = performance.now() - fromMs;
    happen({ atMs: Date.now(), what: 'ack', name: message, body: reply, tookMs });
  });
}
