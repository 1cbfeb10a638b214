/** How checks that fail in different ways are reported. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CHECK_TIMEOUT_MS, checkReadiness } from './checkReadiness.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('checkReadiness', () => {
  it('is ready when no check objects', async () => {
    expect(await checkReadiness({ redis: async () => undefined })).toEqual({
      ready: true,
      checks: { redis: 'ok' },
    });
  });

  it('reports a check that throws with its message', async () => {
    const checks = { redis: () => Promise.reject(new Error('refused')) };
    expect(await checkReadiness(checks)).toEqual({ ready: false, checks: { redis: 'refused' } });
  });

  it('does not wait for a check that never answers', async () => {
    const readiness = checkReadiness({ postgres: () => new Promise<undefined>(() => undefined) });
    await vi.advanceTimersByTimeAsync(CHECK_TIMEOUT_MS);
    expect((await readiness).checks).toEqual({ postgres: 'no answer within 2000 ms' });
  });
});
