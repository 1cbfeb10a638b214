/** Axe finds nothing serious on any screen, dark and light, on a desk and on a phone. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../fixtures/trove.js';

const SCREENS = ['/', '/events', '/quarantine', '/hunts', '/system', '/account'];
const THEMES = ['dark', 'light'] as const;
const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];
const SERIOUS = ['serious', 'critical'];

for (const colorScheme of THEMES) {
  for (const viewport of SIZES) {
    test.describe(`${colorScheme} at ${viewport.width}`, () => {
      test.use({ colorScheme, viewport });

      for (const path of SCREENS) {
        test(`nothing serious on ${path}`, async ({ page }) => {
          await page.goto(path);
          await expect(page.getByRole('main')).toBeVisible();
          await expect(page.getByText('Loading', { exact: true })).toHaveCount(0);
          const { violations } = await new AxeBuilder({ page }).analyze();
          const serious = violations.filter(({ impact }) => SERIOUS.includes(impact ?? ''));
          expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
        });

        test(`no sideways scrolling on ${path}`, async ({ page }) => {
          await page.goto(path);
          await expect(page.getByRole('main')).toBeVisible();
          const overflow = () =>
            page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          expect(await overflow()).toBeLessThanOrEqual(0);
        });
      }
    });
  }
}
