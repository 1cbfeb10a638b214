import type { Ack } from '@trove/contracts';
import { expect, it } from 'vitest';
import { readAnswer } from './packetAnswer.js';

const serverTime = '2026-01-01T00:00:00.000Z';
const retried = new Set<Ack>(['busy']);

it('reads acks the server left out as busy, so that no event is taken for safe', () => {
  const answer = readAnswer({ ok: true, serverTime, acks: ['appended'] }, 2, retried);
  expect(answer.settled.map(({ index }) => index)).toEqual([0]);
  expect(answer.again?.code).toBe('busy');
});

it('asks for the packet again after refusals that pass', () => {
  for (const code of ['busy', 'out_of_order', 'not_ready', 'token_expired'] as const) {
    const error = { code, title: '', detail: '', status: 503, retryAfterMs: 7 };
    const answer = readAnswer({ ok: false, serverTime, error }, 3, retried);
    expect(answer).toEqual({ settled: [], again: { code, retryAfterMs: 7 } });
  }
});

it('lets a source settle rate_limited and a player retry it', () => {
  const reply = {
    ok: true,
    serverTime,
    acks: ['rate_limited'] as Ack[],
    retryAfterMs: 50,
  } as const;
  expect(readAnswer(reply, 1, retried).settled).toHaveLength(1);
  const player = readAnswer(reply, 1, new Set<Ack>(['busy', 'rate_limited']));
  expect(player).toEqual({ settled: [], again: { code: 'busy', retryAfterMs: 50 } });
});
