/** An operator pauses a hunt and lets it go on, and is asked before one ends. */
import type { Page } from '@playwright/test';
import { publishHunt } from '../fixtures/door.js';
import { expect, test } from '../fixtures/trove.js';

/** Publishes a hunt that no other test has, and goes to its row. */
async function rowOf(page: Page, slug: string) {
  const clues = [{ id: 'clock', title: 'The clock', points: 20, find: { code: 'CLOCK' } }];
  await publishHunt({ trove: 1, slug, title: `Row of ${slug}`, joinCode: 'ROWS', clues });
  await page.goto(`/hunts?find=${slug}`);
  const hunts = page.getByRole('region', { name: 'All hunts' });
  return hunts.getByRole('listitem').filter({ hasText: `Row of ${slug}` });
}

test('a hunt is paused and resumed', async ({ page }) => {
  const row = await rowOf(page, 'paused-by-row');
  await row.getByRole('button', { name: 'Pause', exact: true }).click();
  const resume = row.getByRole('button', { name: 'Resume', exact: true });
  await expect(resume).toBeVisible();
  await resume.click();
  await expect(resume).toBeHidden();
});

test('ending a hunt asks for its name first', async ({ page }) => {
  const row = await rowOf(page, 'ended-by-row');
  await row.getByRole('button', { name: 'End now' }).click();
  await page.getByRole('button', { name: 'Leave it as it is' }).click();
  await row.getByRole('button', { name: 'End now' }).click();
  const end = page.getByRole('button', { name: 'End the hunt' });
  await expect(end).toBeDisabled();
  await page.getByLabel('Write ended-by-row to go on').fill('ended-by-row');
  await end.click();
  await expect(row.getByRole('button', { name: 'End now' })).toBeHidden();
});
