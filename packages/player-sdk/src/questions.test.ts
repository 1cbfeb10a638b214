import { expect, it } from 'vitest';
import { answered } from './questions.js';

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
