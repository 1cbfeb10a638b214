/** The doctor speaks where most is amiss: in a clone without packages, and of checks that fail. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ROOT } from '../paths.mjs';
import { diagnose } from './diagnose.mjs';

let clone = '';
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'trove-clone-'));
});
afterEach(() => rmSync(clone, { recursive: true }));

it('says of a clone without packages that they are missing, and asks no PostgreSQL', async () => {
  for (const part of ['tooling', 'package.json', 'package-lock.json']) {
    const filter = (path) => !path.includes('node_modules');
    cpSync(join(ROOT, part), join(clone, part), { recursive: true, filter });
  }
  const env = { ...process.env, DATABASE_URL: 'postgresql://127.0.0.1:1/trove' };
  const doctor = join(clone, 'tooling/bin/trove-doctor.mjs');
  // It ends with 1, because something is missing.
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [doctor], { env }).catch(
    (error) => error,
  );
  expect(stderr).toBe('');
  expect(stdout).toContain('✗ PostgreSQL: not asked: packages are missing\n    mend: npm ci');
  expect(stdout).toMatch(/^. data: /m);
});

it('names the command of the package manager that is at hand', async () => {
  const programs = join(clone, 'programs');
  mkdirSync(programs);
  symlinkSync('/bin/sh', join(programs, 'sh'));
  writeFileSync(join(programs, 'brew'), '', { mode: 0o755 });
  const { REDIS_URL: _, DATABASE_URL: __, ...env } = process.env;
  const doctor = join(ROOT, 'tooling/bin/trove-doctor.mjs');
  const options = { env: { ...env, PATH: programs } };
  const { stdout } = await promisify(execFile)(process.execPath, [doctor], options).catch(
    (error) => error,
  );
  expect(stdout).toContain('✗ Redis: neither redis-server nor valkey-server on PATH');
  expect(stdout).toContain('mend: brew install redis\n');
  expect(stdout).toContain('mend: brew install git\n');
  expect(stdout).not.toContain('apt-get');
});

it('goes on after a check that throws, and tells what it threw', async () => {
  const fails = async () => {
    throw new Error('Invalid URL');
  };
  const checks = [
    { name: 'Redis', needed: true, look: fails },
    { name: 'git', needed: false, look: async () => ({ found: '/usr/bin/git' }) },
  ];
  const found = [];
  for await (const one of diagnose(checks)) found.push(one);
  expect(found).toMatchObject([
    { name: 'Redis', found: 'could not be looked at: Invalid URL', mend: expect.any(String) },
    { name: 'git', found: '/usr/bin/git' },
  ]);
});
