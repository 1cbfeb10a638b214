/** `trove chaos` itself: a run of its quickest faults, and the shape of what it prints. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
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
    readonly isKept: boolean;
  }[];
}

/** What it prints, also where it says by its exit that something was not kept. */
async function chaos(...words: string[]): Promise<Report> {
  const args = [TROVE, 'chaos', ...words, '--json'];
  return await new Promise((resolve, reject) => {
    execFile(process.execPath, args, { timeout: LONGEST_MS }, (error, stdout) => {
      // What was not kept is told by the exit too, and the report says what that was.
      try {
        resolve(JSON.parse(stdout) as Report);
      } catch {
        reject(error ?? new Error(`trove chaos printed ${stdout}`));
      }
    });
  });
}

/** The target of recovery is one of the median, which one run does not have. */
const RUNS = 3;

it('loses and doubles nothing when a worker is killed and when Redis is', async () => {
  const { faults } = await chaos('--faults', 'F1,F4', '--runs', String(RUNS));
  expect(faults.map(({ name, runs, lost, doubled }) => ({ name, runs, lost, doubled }))).toEqual([
    { name: 'F1', runs: RUNS, lost: 0, doubled: 0 },
    { name: 'F4', runs: RUNS, lost: 0, doubled: 0 },
  ]);
  for (const { name, acked, scored, recoveryMs, violations, isKept } of faults) {
    expect({ name, recoveryMs, violations, isKept }).toMatchObject({
      violations: [],
      isKept: true,
    });
    expect(acked).toBeGreaterThan(0);
    expect(scored).toBe(acked);
    expect(recoveryMs.max).toBeGreaterThan(0);
  }
});
