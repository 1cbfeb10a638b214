/** The order of a graceful stop, and what cuts it short. */
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onStop, STOP_TIMEOUT_MS, type Stoppable } from './onStop.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const quiet = { info: () => undefined, error: () => undefined };

function fakeProcess() {
  const signals = new EventEmitter();
  const exits: number[] = [];
  const host: Stoppable = {
    on: (signal, listener) => signals.on(signal, listener),
    exit: (code) => exits.push(code),
  };
  return { host, exits, signal: (name: string) => signals.emit(name) };
}

describe('onStop', () => {
  it('runs the steps in order, passes one that fails, and exits with 0', async () => {
    const { host, exits, signal } = fakeProcess();
    const ran: string[] = [];
    const step = (name: string) => ({ name, run: async () => void ran.push(name) });
    const failing = { name: 'door', run: () => Promise.reject(new Error('stuck')) };
    const stop = onStop(quiet, [step('sockets'), failing, step('redis')], host);
    expect(await stop.check()).toBeUndefined();
    signal('SIGTERM');
    expect(await stop.check()).toBe('it is stopping');
    await vi.advanceTimersByTimeAsync(0);
    expect(ran).toEqual(['sockets', 'redis']);
    expect(exits).toEqual([0]);
  });

  it('exits at once on a second signal, and takes two that come together for one', () => {
    const { host, exits, signal } = fakeProcess();
    onStop(quiet, [{ name: 'never', run: () => new Promise(() => undefined) }], host);
    signal('SIGINT');
    signal('SIGTERM');
    expect(exits).toEqual([]);
    vi.advanceTimersByTime(1_000);
    signal('SIGINT');
    expect(exits).toEqual([130]);
  });

  it('gives up when the steps take too long', async () => {
    const { host, exits, signal } = fakeProcess();
    onStop(quiet, [{ name: 'never', run: () => new Promise(() => undefined) }], host);
    signal('SIGTERM');
    await vi.advanceTimersByTimeAsync(STOP_TIMEOUT_MS);
    expect(exits).toEqual([1]);
  });
});
