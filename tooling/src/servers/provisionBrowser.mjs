/**
 * A Chromium for the browser tests: one on PATH, else Playwright's own, else one from the
 * system's package manager. The one without windows comes first: it opens a page for half the
 * processor's time and draws it alike.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from '../paths.mjs';
import { onPath } from '../runCommand.mjs';
import { installPackage } from './packageManager.mjs';

const HEADLESS = 'chromium-headless-shell';
const NAMES = [HEADLESS, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** As package managers call it; the first that is to be had is enough. */
export const BROWSER_PACKAGES = {
  'apt-get': [HEADLESS, 'chromium'],
  dnf: 'chromium',
  apk: 'chromium',
};
const BY_HAND = 'Install Chromium, or run `npx playwright install chromium`.';

/** The path of a browser, installed now if there was none. @returns {Promise<string>} */
export async function provisionBrowser() {
  const found = await lookForBrowser();
  if (found !== undefined) return found;
  await installPackage({ what: 'Chromium', names: BROWSER_PACKAGES, byHand: BY_HAND });
  return (await lookForBrowser()) ?? 'chromium';
}

/** @returns {Promise<string | undefined>} */
export async function lookForBrowser() {
  for (const name of NAMES) {
    const path = await onPath(name);
    if (path !== undefined) return path;
  }
  return playwrightsOwn();
}

function playwrightsOwn() {
  try {
    const require = createRequire(join(ROOT, 'e2e/package.json'));
    const path = require('@playwright/test').chromium.executablePath();
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}
