/** What all loads share: sockets with lanes over one feed of events, and the wait at the end. */
import { setTimeout as sleep } from 'node:timers/promises';
import { EventFeed } from './eventFeed.js';
import { Lane } from './lane.js';
import { BENCH } from './limits.js';
import { Progress } from './progress.js';
import type { LoadResult, LoadTask } from './shapes.js';
import { makeTemplates } from './templates.js';
import { WireSocket } from './wireSocket.js';

export interface LoadShape {
  readonly sockets: number;
  readonly perPacket: number;
  readonly packetsInFlight: number;
  /** Whether this lane may send a packet now; true means it does, from event `sequence` on. */
  readonly claim: (lane: number, sequence: number) => boolean;
}

export interface Load {
  readonly progress: Progress;
  readonly feed: EventFeed;
  readonly lanes: readonly Lane[];
  close(): void;
}

/** Opens the sockets. A socket that closes by itself ends the process: a bench must not hide it. */
export async function openLoad(task: LoadTask, shape: LoadShape): Promise<Load> {
  const progress = new Progress();
  const feed = new EventFeed(makeTemplates(task.hunts, BENCH.templates));
  const chosen = task.sources.slice(0, shape.sockets);
  const sockets = await Promise.all(chosen.map((source) => WireSocket.open(task.url, source)));
  const next = (lane: number) => {
    if (!shape.claim(lane, feed.next)) return undefined;
    progress.sent += shape.perPacket;
    return { events: feed.take(shape.perPacket, Date.now()), count: shape.perPacket };
  };
  const lanes = sockets.map((socket, number) => {
    socket.onResults = (frame) => progress.take(frame);
    socket.onClose = () => {
      throw new Error('the server closed a socket of the bench');
    };
    return new Lane({
      socket,
      packetsInFlight: shape.packetsInFlight,
      next: () => next(number),
      onRefused: (events) => {
        progress.refused += events;
      },
    });
  });
  const close = () => {
    for (const socket of sockets) socket.close();
  };
  return { progress, feed, lanes, close };
}

/** Waits until every event has its result, or none came for long. */
export async function drained({ progress, lanes }: Load): Promise<void> {
  const isDone = () => progress.undecided === 0 && lanes.every((lane) => lane.isIdle);
  while (!isDone() && progress.silentMs < BENCH.silenceMs) await sleep(20);
}

/** The counts at the end of a load. */
export function resultOf(load: Load, measured: LoadResult['measured']): LoadResult {
  const { sent, decided, refused, outcomes } = load.progress;
  const busyPackets = load.lanes.reduce((sum, lane) => sum + lane.busyPackets, 0);
  return { sent, decided, refused, outcomes, measured, busyPackets };
}
