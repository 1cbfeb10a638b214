import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { superviseProcess } from './superviseProcess.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const silent = { error: () => undefined };

/** A process that ends when it is told to, or when a test says so. */
class FakeChild extends EventEmitter {
  exitCode: number | null = null;
  readonly signalCode = null;
  readonly pid = 1;
  readonly signals: string[] = [];
  constructor(private readonly obeys = true) {
    super();
  }
  kill(signal: string): void {
    this.signals.push(signal);
    if (this.obeys || signal === 'SIGKILL') this.end();
  }
  end(): void {
    this.exitCode = 1;
    this.emit('exit', 1, null);
  }
}

function supervise(make = () => new FakeChild()) {
  const children: FakeChild[] = [];
  const begin = () => {
    const child = make();
    children.push(child);
    return child as unknown as ChildProcess;
  };
  const supervised = superviseProcess({ name: 'archive', logger: silent, begin });
  return { children, supervised };
}

it('starts a process again that ended, at growing intervals', async () => {
  const { children } = supervise();
  children[0]?.end();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(children).toHaveLength(2);
  children[1]?.end();
  await vi.advanceTimersByTimeAsync(1_999);
  expect(children).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(children).toHaveLength(3);
});

it('starts it again where it could not be started', async () => {
  const { children } = supervise();
  children[0]?.emit('error', new Error('EAGAIN'));
  children[0]?.end();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(children).toHaveLength(2);
  let tries = 0;
  const begin = () => {
    tries += 1;
    throw new Error('ENOMEM');
  };
  const { close } = superviseProcess({ name: 'archive', logger: silent, begin });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(tries).toBe(2);
  await close();
});

it('ends it gently with the worker, and for good when it does not listen', async () => {
  const gentle = supervise();
  await gentle.supervised.close();
  expect(gentle.children[0]?.signals).toEqual(['SIGTERM']);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(gentle.children).toHaveLength(1);
  const deaf = supervise(() => new FakeChild(false));
  const closing = deaf.supervised.close();
  await vi.advanceTimersByTimeAsync(10_000);
  await closing;
  expect(deaf.children[0]?.signals).toEqual(['SIGTERM', 'SIGKILL']);
});
