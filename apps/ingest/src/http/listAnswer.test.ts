import { type Problem, problem } from '@trove/contracts';
import { expect, it } from 'vitest';
import { DOOR_LIMITS } from '../limits.js';
import { ListAnswer } from './listAnswer.js';

const serverTime = '2026-06-01T18:00:00.000Z';
const refused = (error: Problem) => ({ ok: false, serverTime, error }) as const;

it('says of each event what was said of its packet, whatever became of the others', () => {
  const answer = new ListAnswer(4);
  answer.add([0], { ok: true, serverTime, acks: ['appended'] });
  answer.add([1], refused(problem('malformed', 'no source', { path: 'source' })));
  const contract = { code: 'contract', detail: 'too long' } as const;
  const acks = ['appended', 'invalid'] as const;
  answer.add([2, 3], { ok: true, serverTime, acks, errors: { 1: contract } });
  expect(answer.asReply(serverTime)).toEqual({
    ok: true,
    serverTime,
    acks: ['appended', 'invalid', 'appended', 'invalid'],
    errors: { 1: { code: 'malformed', detail: 'no source', path: 'source' }, 3: contract },
  });
});

it('calls nothing invalid that may be sent again, and tells the longest wait', () => {
  const answer = new ListAnswer(4);
  answer.add([0], refused(problem('busy', 'send again', { retryAfterMs: 2_000 })));
  answer.add([1], refused(problem('rate_limited', 'too many packets')));
  answer.add([2], refused(problem('token_expired', 'refresh')));
  answer.add([3], { ok: true, serverTime, acks: ['busy'], retryAfterMs: 100 });
  expect(answer.asReply(serverTime)).toMatchObject({
    acks: ['busy', 'rate_limited', 'busy', 'busy'],
    errors: {
      1: { code: 'rate_limited', retryAfterMs: DOOR_LIMITS.retryAfterMs },
      2: { code: 'token_expired' },
    },
    retryAfterMs: 2_000,
  });
});
