/**
 * What a machine's disk takes to keep a write. At durability `disk` every event waits for two such
 * moments, one behind its append and one behind its commit: no result comes sooner.
 */
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { quantilesOf } from './quantiles.js';
import type { Quantiles } from './shapes.js';

const WRITES = 300;
/** About an entry of the log with its events. */
const BYTES = 4_096;

/** Times of `fdatasync` behind a write, ms, where installations of the bench keep their data. */
export async function measureDisk(): Promise<Quantiles> {
  const folder = await mkdtemp(join(tmpdir(), 'trove-disk-'));
  const file = await open(join(folder, 'writes'), 'w');
  try {
    const bytes = Buffer.alloc(BYTES);
    const tookMs = new Float64Array(WRITES);
    for (let i = 0; i < WRITES; i += 1) {
      await file.write(bytes);
      const began = performance.now();
      await file.datasync();
      tookMs[i] = performance.now() - began;
    }
    return quantilesOf(tookMs);
  } finally {
    await file.close();
    await rm(folder, { recursive: true });
  }
}
