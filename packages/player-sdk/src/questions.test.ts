import type { Answer } from '@trove/contracts';
import { io } from 'socket.io-client';
import { expect, it } from 'vitest';
import { answered, askOver } from './questions.js';

const clock = { now: () => Date.UTC(2026, 0, 2) };
const serverTime = '2026-01-01T00:00:00.000Z';

it('hands on what the server has answered', async () => {
  const answer = { ok: true, serverTime, score: 7 } as const;
  expect(await answered(Promise.resolve(answer), clock)).toBe(answer);
});

it('answers not_ready, at the time of the server, where the connection was lost', async () => {
  const lost = Promise.reject(new Error('socket has been disconnected'));
  expect(await answered(lost, clock)).toEqual({
    ok: false,
    serverTime: '2026-01-02T00:00:00.000Z',
    error: {
      code: 'not_ready',
      title: 'No answer.',
      detail: 'socket has been disconnected',
      status: 503,
    },
  });
});

it('answers what is open when the player is closed, and whatever is asked after', async () => {
  const closing = new AbortController();
  // A socket that has no connection: what is asked over it waits.
  const socket = io('http://127.0.0.1:1/play', { autoConnect: false });
  const ask = askOver({ socket, closed: closing.signal, clock });
  const open = ask(() => new Promise(() => undefined));
  closing.abort();
  const isOver = { ok: false, error: { code: 'not_ready', detail: 'the player is closed' } };
  expect(await open).toMatchObject(isOver);
  expect(await ask(() => Promise.reject(new Error('is not asked')))).toMatchObject(isOver);
});

it('gives the answer that came in one packet with what closed the player', async () => {
  const closing = new AbortController();
  const socket = io('http://127.0.0.1:1/play', { autoConnect: false });
  const ask = askOver({ socket, closed: closing.signal, clock });
  let answer: (reply: Answer<object>) => void = () => undefined;
  const open = ask<object>(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  answer({ ok: true, serverTime });
  closing.abort();
  expect(await open).toEqual({ ok: true, serverTime });
});
