/** An operator pauses a hunt and lets it go on, and looks at its board. */
import { expect, test } from '../fixtures/trove.js';

test('a hunt is paused and resumed', async ({ page }) => {
  await page.goto('/hunts');
  const hunts = page.getByRole('region', { name: 'All hunts' });
  await hunts.getByRole('button', { name: 'Pause', exact: true }).first().click();
  const resume = hunts.getByRole('button', { name: 'Resume', exact: true });
  await expect(resume).toBeVisible();
  await resume.click();
  await expect(resume).toBeHidden();
});

test('ending a hunt asks first', async ({ page }) => {
  await page.goto('/hunts');
  await page.getByRole('button', { name: 'End now' }).first().click();
  await page.getByRole('button', { name: 'Keep it going' }).click();
  await expect(page.getByRole('button', { name: 'End now' }).first()).toBeVisible();
});
