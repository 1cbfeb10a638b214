import { describe, expect, it } from 'vitest';
import { isStreamId, parseStreamId } from './streamId.js';

describe('parseStreamId', () => {
  it('splits an id without rounding', () => {
    expect(parseStreamId('1700000000000-12')).toEqual({ ms: '1700000000000', seq: '12' });
  });

  it.each(['', '1', '1-', '-1', 'a-0', '1-0;drop', `${'1'.repeat(19)}-0`])('refuses %j', (id) => {
    expect(isStreamId(id)).toBe(false);
    expect(() => parseStreamId(id)).toThrow(RangeError);
  });
});
