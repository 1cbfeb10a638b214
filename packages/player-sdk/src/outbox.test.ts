import type { Ack, SendReply } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { Outbox } from './outbox.js';

const serverTime = '2026-01-01T00:00:00.000Z';
const appended = (count: number): SendReply => ({
  ok: true,
  serverTime,
  acks: Array.from({ length: count }, () => 'appended' as const),
});
const busy = (count: number, retryAfterMs = 100): SendReply => ({
  ok: true,
  serverTime,
  acks: Array.from({ length: count }, () => 'busy' as const),
  retryAfterMs,
});
const outOfOrder: SendReply = {
  ok: false,
  serverTime,
  error: { code: 'out_of_order', title: '', detail: '', status: 503 },
};

function outboxOf(inFlight: number, perPacket = 2, random = 0) {
  return new Outbox<string>({
    capacity: 10,
    perPacket,
    packetBytes: 100,
    bytesOf: (event) => event.length,
    inFlight,
    retried: new Set<Ack>(['busy']),
    random: () => random,
  });
}

describe('queue', () => {
  it('takes all offered events or none', () => {
    const outbox = outboxOf(1);
    expect(outbox.offer(['1', '2', '3', '4', '5', '6', '7', '8', '9'])).toBe('queued');
    expect(outbox.offer(['10', '11'])).toBe('full');
    expect(outbox.size).toBe(9);
    expect(outbox.offer(['10'])).toBe('queued');
  });

  it('counts events on the way against its bound until they are answered', () => {
    const outbox = outboxOf(1, 10);
    outbox.offer(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
    const packet = outbox.take(0);
    expect(outbox.offer(['11'])).toBe('full');
    outbox.answer(packet?.key ?? 0, appended(10), 0);
    expect(outbox.offer(['11'])).toBe('queued');
  });

  it('ends a packet before its bytes exceed the bound', () => {
    const outbox = outboxOf(9, 5);
    outbox.offer(['a'.repeat(60), 'b'.repeat(60), 'g'.repeat(100), 'c'.repeat(50), 'd']);
    const lengths = [outbox.take(0), outbox.take(0), outbox.take(0), outbox.take(0)];
    expect(lengths.map((packet) => packet?.events.length)).toEqual([1, 1, 1, 2]);
  });

  it('takes nothing of a list in which no packet could carry one', () => {
    const outbox = outboxOf(1);
    expect(outbox.offer(['1', 'g'.repeat(101)])).toBe('too_large');
    expect(outbox.size).toBe(0);
    expect(outbox.take(0)).toBeUndefined();
  });

  it('keeps the order over many more events than its capacity', () => {
    const outbox = outboxOf(2, 3);
    const seen: string[] = [];
    for (let n = 0; n < 30_000; n += 3) {
      outbox.offer([`${n}`, `${n + 1}`, `${n + 2}`]);
      const packet = outbox.take(n);
      seen.push(...(packet?.events ?? []));
      outbox.answer(packet?.key ?? 0, appended(3), n);
    }
    expect(seen).toEqual(Array.from({ length: 30_000 }, (_, n) => `${n}`));
    expect(outbox.size).toBe(0);
  });
});

describe('window', () => {
  it('has one packet on the way for a player', () => {
    const outbox = outboxOf(1);
    outbox.offer(['1', '2', '3']);
    expect(outbox.take(0)?.events).toEqual(['1', '2']);
    expect(outbox.take(0)).toBeUndefined();
    expect(outbox.wakeAtMs()).toBeUndefined();
  });

  it('has several on the way for a source', () => {
    const outbox = outboxOf(2);
    outbox.offer(['1', '2', '3', '4', '5']);
    expect(outbox.take(0)?.events).toEqual(['1', '2']);
    expect(outbox.take(0)?.events).toEqual(['3', '4']);
    expect(outbox.take(0)).toBeUndefined();
  });
});

describe('refusals', () => {
  it('sends the same packet again, not before the time the server named', () => {
    const outbox = outboxOf(1, 2, 0.5);
    outbox.offer(['1', '2', '3']);
    const first = outbox.take(0);
    expect(outbox.answer(first?.key ?? 0, busy(2, 100), 1_000).waitsFor).toBe('busy');
    expect(outbox.take(1_100)).toBeUndefined();
    expect(outbox.wakeAtMs()).toBe(1_112.5);
    expect(outbox.take(1_113)).toMatchObject({ key: first?.key, events: ['1', '2'] });
  });

  it('waits for the answers still out, then resumes at the refused packet, one at a time', () => {
    const outbox = outboxOf(3);
    outbox.offer(['1', '2', '3', '4', '5', '6', '7']);
    const [a, b, c] = [outbox.take(0), outbox.take(0), outbox.take(0)];
    outbox.answer(a?.key ?? 0, busy(2), 0);
    outbox.answer(b?.key ?? 0, outOfOrder, 0);
    expect(outbox.take(10_000)).toBeUndefined();
    outbox.answer(c?.key ?? 0, outOfOrder, 0);
    expect(outbox.take(10_000)?.key).toBe(a?.key);
    expect(outbox.take(10_000)).toBeUndefined();
    outbox.answer(a?.key ?? 0, appended(2), 10_001);
    expect(outbox.take(10_001)?.key).toBe(b?.key);
    outbox.answer(b?.key ?? 0, appended(2), 10_002);
    expect(outbox.take(10_002)?.key).toBe(c?.key);
    outbox.answer(c?.key ?? 0, appended(2), 10_003);
    expect(outbox.take(10_003)?.events).toEqual(['7']);
  });

  it('settles each event of a partly refused packet once', () => {
    const outbox = outboxOf(1, 3);
    outbox.offer(['1', '2', '3']);
    const packet = outbox.take(0);
    const partly: SendReply = {
      ok: true,
      serverTime,
      acks: ['appended', 'invalid', 'busy'],
      errors: { 1: { code: 'contract', detail: 'data.lat' } },
      retryAfterMs: 5,
    };
    const first = outbox.answer(packet?.key ?? 0, partly, 0);
    expect(first.settled.map(({ event, ack }) => [event, ack])).toEqual([
      ['1', 'appended'],
      ['2', 'invalid'],
    ]);
    expect(outbox.pending()).toEqual(['3']);
    outbox.take(10);
    const second = outbox.answer(packet?.key ?? 0, appended(3), 10);
    expect(second.settled.map(({ event }) => event)).toEqual(['3']);
    expect(outbox.size).toBe(0);
  });

  it('settles every event of a packet refused for good', () => {
    const outbox = outboxOf(1);
    outbox.offer(['1', '2']);
    const packet = outbox.take(0);
    const error = { code: 'hunt_not_allowed', title: '', detail: 'x', status: 403 } as const;
    const { settled } = outbox.answer(packet?.key ?? 0, { ok: false, serverTime, error }, 0);
    expect(settled.map(({ ack, refusal }) => [ack, refusal?.code])).toEqual([
      ['invalid', 'hunt_not_allowed'],
      ['invalid', 'hunt_not_allowed'],
    ]);
  });
});

describe('a lost connection', () => {
  it('sends what was on the way again, oldest first, and ignores late answers', () => {
    const outbox = outboxOf(2);
    outbox.offer(['1', '2', '3', '4', '5']);
    const [a, b] = [outbox.take(0), outbox.take(0)];
    outbox.interrupt();
    expect(outbox.answer(b?.key ?? 0, appended(2), 0).settled).toEqual([]);
    expect(outbox.pending()).toEqual(['1', '2', '3', '4', '5']);
    expect(outbox.take(0)?.key).toBe(a?.key);
    outbox.answer(a?.key ?? 0, appended(2), 0);
    expect(outbox.take(0)?.key).toBe(b?.key);
  });
});
