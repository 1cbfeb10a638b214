/** When packages count as installed. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isInstalled } from './install.mjs';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'trove-install-'));
  mkdirSync(join(root, 'node_modules'));
  write('package-lock.json', { 'node_modules/a': { version: '1.0.0' }, 'packages/x': {} });
});
afterEach(() => rmSync(root, { recursive: true }));

function write(file, packages) {
  writeFileSync(join(root, file), JSON.stringify({ packages }));
}

describe('isInstalled', () => {
  it('is false without a record of what was placed', () => {
    expect(isInstalled(root)).toBe(false);
  });

  it('is false when a version differs', () => {
    write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.1' } });
    expect(isInstalled(root)).toBe(false);
  });

  it('is true when every package stands there in its version', () => {
    write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
    expect(isInstalled(root)).toBe(true);
  });
});
