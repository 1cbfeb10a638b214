import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Lane } from './lane.js';

class PaperSocket {
  readonly sent: string[] = [];
  onReply: (number: number, frame: string) => void = () => undefined;
  send(events: string): number {
    this.sent.push(events);
    return this.sent.length - 1;
  }
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('sends refused packets again in their order before anything newer', () => {
  const socket = new PaperSocket();
  let made = 0;
  const next = () => {
    made += 1;
    return { events: `e${made}`, count: 1 };
  };
  const lane = new Lane({ socket, packetsInFlight: 3, next, onRefused: () => undefined });
  lane.pump();
  expect(socket.sent).toEqual(['e1', 'e2', 'e3']);
  const busy = '[{"ok":true,"acks":["busy"],"retryAfterMs":50}]';
  socket.onReply(0, busy);
  socket.onReply(1, busy);
  lane.pump();
  expect(socket.sent).toHaveLength(3);
  socket.onReply(2, busy);
  vi.advanceTimersByTime(50);
  expect(socket.sent).toEqual(['e1', 'e2', 'e3', 'e1', 'e2', 'e3']);
  expect(lane.busyPackets).toBe(3);
  socket.onReply(3, '[{"ok":true,"acks":["appended"]}]');
  expect(socket.sent.at(-1)).toBe('e4');
});
