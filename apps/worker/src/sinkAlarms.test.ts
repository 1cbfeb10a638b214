import type { SinkStatus } from '@trove/streams';
import { describe, expect, it } from 'vitest';
import { requiredSinks, wordsOf } from './sinkAlarms.js';

const MIB = 1024 * 1024;
const status = (more: Partial<SinkStatus> = {}): SinkStatus => ({
  partition: 0,
  decided: 10,
  taken: new Map(),
  heldBytes: 0,
  archiveStopped: undefined,
  ...more,
});
const words = (sinks: SinkStatus[], isArchiveOn = true) =>
  wordsOf(sinks, { maxMemoryBytes: 1000 * MIB, isArchiveOn });

describe('the alarm of the sinks', () => {
  it('is silent while they keep up', () => {
    expect(words([status(), status({ heldBytes: 100 * MIB })])).toBeUndefined();
  });

  it('says first that memory is held back, and later that the door is busy', () => {
    const half = status({ heldBytes: 80 * MIB });
    expect(words([half, half])).toBe(
      'lagging sinks hold 160 MiB in Redis, over 15 % of its memory; the door still takes events',
    );
    expect(words([status({ heldBytes: 350 * MIB })])).toBe(
      'lagging sinks hold 350 MiB in Redis, over 35 % of its memory; the door answers busy',
    );
  });

  it('names why the archive stands still, unless it is off', () => {
    const full = status({ archiveStopped: 'the disk is full (/archive)' });
    expect(words([status(), full])).toBe('the archive stands still: the disk is full (/archive)');
    expect(words([full], false)).toBeUndefined();
  });

  it('lets trimming go on without the archive where it is off', () => {
    expect(requiredSinks(true)).toEqual(['ledger', 'archive']);
    expect(requiredSinks(false)).toEqual(['ledger']);
  });
});
