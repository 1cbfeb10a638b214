import { describe, expect, it } from 'vitest';
import { DOOR_LIMITS } from '../limits.js';
import { ReceiptRate } from './receiptRate.js';

describe('ReceiptRate', () => {
  it('lets each player ask so often in a window, and says when it may ask again', () => {
    const rate = new ReceiptRate();
    const { receiptsPerWindow: most, receiptWindowMs: windowMs } = DOOR_LIMITS;
    for (let i = 0; i < most; i += 1) expect(rate.take('ada', 1_000)).toBeUndefined();
    expect(rate.take('ada', 1_200)).toBe(windowMs - 200);
    expect(rate.take('bob', 1_200)).toBeUndefined();
    expect(rate.take('ada', 1_000 + windowMs)).toBeUndefined();
  });
});
