/** `trove chaos` itself: a run of its quickest faults, and the shape of what it prints. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const TROVE = fileURLToPath(new URL('../../apps/cli/bin/trove.js', import.meta.url));
const LONGEST_MS = 280_000;

interface Report {
  readonly faults: readonly {
    readonly name: string;
    readonly runs: number;
    readonly acked: number;
    readonly scored: number;
    readonly lost: number;
    readonly doubled: number;
    readonly recoveryMs: { readonly p50: number | null; readonly max: number | null };
    readonly violations: readonly string[];
  }[];
}

/** The target of recovery is one of the median, which one run does not have. */
const RUNS = 3;

it('loses and doubles nothing when a worker is killed and when Redis is', async () => {
  const words = ['chaos', '--faults', 'F1,F4', '--runs', String(RUNS), '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, [TROVE, ...words], {
    timeout: LONGEST_MS,
  });
  const { faults } = JSON.parse(stdout) as Report;
  expect(faults.map(({ name, runs, lost, doubled }) => ({ name, runs, lost, doubled }))).toEqual([
    { name: 'F1', runs: RUNS, lost: 0, doubled: 0 },
    { name: 'F4', runs: RUNS, lost: 0, doubled: 0 },
  ]);
  for (const { acked, scored, recoveryMs, violations } of faults) {
    expect(acked).toBeGreaterThan(0);
    expect(scored).toBe(acked);
    expect(recoveryMs.max).toBeGreaterThan(0);
    expect(violations).toEqual([]);
  }
});
