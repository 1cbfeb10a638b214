import { describe, expect, it } from 'vitest';
import { receiptSteps, wholeWayMs, wordsOfAbsent } from './receiptSteps';

const STAGES = {
  createdAt: 990,
  sentAt: 995,
  receivedAt: 1_000,
  appendedAt: 1_000.4,
  decidedAt: 1_001,
  committedAt: 1_002.5,
};
const tookOf = (name: string, stages = STAGES) =>
  receiptSteps(stages).find((step) => step.name === name)?.tookMs;

describe('the steps of a receipt', () => {
  it('tells how long each took since the one before', () => {
    expect(tookOf('sent')).toBe(5);
    expect(tookOf('appended')).toBeCloseTo(0.4);
    expect(tookOf('committed')).toBe(1.5);
  });

  it('compares no times of different clocks', () => {
    expect(tookOf('created')).toBeUndefined();
    expect(tookOf('received')).toBeUndefined();
  });

  it('takes the corrected time for no step of the way', () => {
    const stages = { ...STAGES, effectiveAt: 995 };
    expect(tookOf('effective', stages)).toBeUndefined();
    expect(tookOf('received', stages)).toBeUndefined();
    const ours = receiptSteps(stages).filter(({ isOurs }) => isOurs);
    expect(ours[0]?.name).toBe('received');
  });

  it('passes over what did not happen, and does not call it zero', () => {
    const acknowledged = receiptSteps({ ...STAGES, acknowledgedAt: 1_042.5 });
    expect(acknowledged.at(-2)).toMatchObject({ name: 'pushed', atMs: undefined });
    expect(acknowledged.at(-1)).toMatchObject({ name: 'acknowledged', tookMs: 40 });
    expect(receiptSteps(STAGES).at(-1)).toMatchObject({ atMs: undefined, tookMs: undefined });
  });

  it('RC4 says of a delivery that is not there whether it did not happen or is not known', () => {
    const words = (name: string, isDeliveryKnown: boolean) =>
      wordsOfAbsent({ isDeliveryKnown }, { name });
    expect(words('pushed', true)).toBe('nobody listened');
    expect(words('acknowledged', true)).toBe('not so far');
    expect(words('pushed', false)).toBe('not known');
    expect(words('acknowledged', false)).toBe('not known');
    expect(words('received', true)).toBe('not kept');
  });

  it('measures the whole way to the last stage that is known', () => {
    expect(wholeWayMs(STAGES)).toBe(2.5);
    expect(wholeWayMs({ ...STAGES, acknowledgedAt: 1_042.5 })).toBe(42.5);
    expect(wholeWayMs({ createdAt: 1, committedAt: 2 })).toBeUndefined();
  });
});
