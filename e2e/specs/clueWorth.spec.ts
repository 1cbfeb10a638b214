/** By keyboard alone a designer says when a clue is open, what it is worth, and what helps. */
import type { Page } from '@playwright/test';
import { newHunt, saved } from '../fixtures/design.js';
import { expectSound, SIZES } from '../fixtures/sound.js';
import { expect, test } from '../fixtures/trove.js';

async function type(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
  await page.keyboard.press('Tab');
}

/** A choice by its first letters, as a list takes them from the keyboard. */
async function choose(page: Page, label: string, words: string): Promise<void> {
  const list = page.getByLabel(label, { exact: true });
  await list.focus();
  await page.keyboard.type(words);
  await expect(list.locator('option:checked')).toHaveText(words);
}

/** Month, day and year, then the clock: a field of several parts, left by Tab for its picker. */
async function typeTime(page: Page, label: string, [day, clock]: [string, string]): Promise<void> {
  await page.getByLabel(label, { exact: true }).focus();
  await page.keyboard.type(day);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type(clock);
  await page.keyboard.press('Tab');
}

for (const viewport of SIZES) {
  test.describe(`at ${viewport.width}`, () => {
    test.use({ viewport, timezoneId: 'Europe/Vienna', locale: 'en-US' });

    test('a clue’s window, points and hints are written by keys and drawn', async ({ page }) => {
      const slug = await newHunt(page, 'Linear trail', `Worth ${viewport.width}`);
      for (let row = 0; row < 4; row += 1) await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      const title = page.getByLabel('Title', { exact: true });
      await expect(title).toHaveValue('Two doors');
      await expect(title).toBeFocused();
      await type(page, 'Points', '40');

      await test.step('a window that ends before it begins is told beside it', async () => {
        await typeTime(page, 'Opens', ['06012027', '080000PM']);
        await typeTime(page, 'Closes', ['06012027', '070000PM']);
        const closes = page.getByLabel('Closes', { exact: true });
        await expect(closes).toHaveAttribute('aria-invalid', 'true');
        await typeTime(page, 'Closes', ['06012027', '100000PM']);
        await expect(closes).toHaveAttribute('aria-invalid', 'false');
      });

      await test.step('points that fall with solves and time stand as a curve', async () => {
        await choose(page, 'With solves', 'so many less by every solve');
        await type(page, 'Points lost by each', '4');
        await type(page, 'Floor', '12');
        await type(page, 'First finders', '15, 5');
        await choose(page, 'For being quick', 'since the team could try it');
        await type(page, 'Extra points at first', '10');
        await type(page, 'Run down in', '300');
        const solves = page.getByRole('figure').filter({ hasText: 'solved it before' });
        // 40 + 15 for the first + 10 for being at once; at the end the floor and the ten.
        await expect(solves.getByText('from 65 to 22')).toBeVisible();
        const time = page.getByRole('figure').filter({ hasText: 'over time' });
        await expect(time.getByText('from 65 to 55')).toBeVisible();
      });

      await test.step('a hint costs, and can be had only after a while', async () => {
        await page.getByRole('button', { name: 'Add a hint' }).focus();
        await page.keyboard.press('Enter');
        await type(page, 'Hint 1', 'Look up.');
        await type(page, 'Cost', '7');
        await choose(page, 'Can be had', 'so long after it could be tried');
        await type(page, 'Seconds', '90');
        await expect(page.getByText('nothing to mend')).toBeVisible();
      });

      await saved(page);
      await expectSound(page);
      await page.goto(`/hunts/${slug}/text`);
      const file = page.getByRole('textbox', { name: 'Hunt file' });
      await expect(file).toHaveValue(/opens: ['"]?2027-06-01T20:00:00\+02:00/);
      await expect(file).toHaveValue(/closes: ['"]?2027-06-01T22:00:00\+02:00/);
      await expect(file).toHaveValue(/linear:[\s{]*perSolve: 4[\s,]*floor: 12/);
      await expect(file).toHaveValue(/firstFinders:[\s[-]*15[\s,-]*5/);
      await expect(file).toHaveValue(/points: 10[\s,]*overS: 300[\s,]*since: unlocked/);
      await expect(file).toHaveValue(/text: Look up\.[\s,]*cost: 7[\s,]*after:[\s{]*unlockedS: 90/);
    });
  });
}
