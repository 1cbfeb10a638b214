/** Axe finds nothing serious on any screen, dark and light, on a desk and on a phone. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { v7 as uuid } from 'uuid';
import { postEvent } from '../fixtures/door.js';
import { expect, test } from '../fixtures/trove.js';

/** The receipt of no event, which has a state of its own to show. */
const UNKNOWN = '/events/01900000-0000-7000-8000-000000000000';
const SCREENS = [
  '/',
  '/events',
  UNKNOWN,
  '/quarantine',
  '/fair-play',
  '/hunts',
  '/hunts/harbour-night/backtest',
  '/twin',
  '/system',
  '/developers',
  '/account',
  '/staff',
  '/join',
  '/hunts/harbour-night',
];
const THEMES = ['dark', 'light'] as const;
const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];
const SERIOUS = ['serious', 'critical'];

for (const viewport of SIZES) {
  test.describe(`at ${viewport.width}`, () => {
    test.use({ colorScheme: 'dark', viewport });

    for (const path of SCREENS) {
      test(`${path} has nothing serious and does not scroll sideways`, async ({ page }) => {
        await page.goto(path);
        await expect(page.getByRole('main')).toBeVisible();
        await expect(page.getByText('Loading', { exact: true })).toHaveCount(0);
        expect(await seriousFindings(page)).toEqual([]);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        // The other theme is other colours and nothing else.
        await page.emulateMedia({ colorScheme: 'light' });
        await expect(page.locator('html')).not.toHaveClass(/dark/);
        expect(await seriousFindings(page, ['color-contrast'])).toEqual([]);
      });
    }
  });
}

test.describe('a receipt', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  for (const colorScheme of THEMES) {
    test(`has nothing serious and does not scroll sideways, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      const id = uuid();
      const named = { specversion: '1.0', id, source: '/cli', type: 'code.scanned.v1' };
      const time = new Date().toISOString();
      const player = `narrow-${'w'.repeat(50)}`;
      const who = { time, hunt: 'harbour-night', player, team: player };
      expect(await postEvent({ ...named, ...who, data: { code: 'PUMP-3-SPOUTS' } })).toBe(202);
      await page.goto(`/events/${id}`);
      await expect(page.getByRole('article', { name: 'Receipt' })).toBeVisible();
      expect(await seriousFindings(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    });
  }
});

async function seriousFindings(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations
    .filter(({ impact }) => SERIOUS.includes(impact ?? ''))
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** By how many pixels the page is wider than the window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
