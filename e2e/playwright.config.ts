/**
 * Browser tests against a whole Trove that `fixtures/startStack.ts` starts for them. They share one
 * installation, two files at a time, each on hunts of its own, and beside them those that mostly
 * wait; those that others would notice come alone, first, while there is little to fold. No
 * retries: a flaky test is a broken one.
 */
import { defineConfig } from '@playwright/test';
import { env } from './fixtures/env.js';

/** Debian's Chromium asks the network for updates and QUIC unless it is told not to. */
const CHROMIUM_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** They kill what all others need, or watch a hunt that others play. */
const ALONE = ['**/killedWorker.spec.ts', '**/backtest.spec.ts'];

/** Journeys most of whose time is a clock's: a minute without a signal, a chart that fills. */
const WAITING = ['**/player.spec.ts', '**/history.spec.ts'];

export default defineConfig({
  testDir: './specs',
  globalSetup: './fixtures/startStack.ts',
  // A third that is at work all the time would leave no processor to what is tested.
  workers: 3,
  projects: [
    { name: 'alone', testMatch: ALONE, workers: 1 },
    { name: 'waiting', testMatch: WAITING, dependencies: ['alone'], workers: 1 },
    { name: 'beside', testIgnore: [...ALONE, ...WAITING], dependencies: ['alone'], workers: 2 },
  ],
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  outputDir: '../test-results',
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    launchOptions: { executablePath: env().TROVE_CHROMIUM, args: CHROMIUM_FLAGS },
    // Recording costs half of a run's time; `npx playwright test NAME --trace on` shows a failure.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
