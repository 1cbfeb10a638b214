/** A designer says which clue opens which, by drawing and by keys; circles are refused. */
import { newHunt, saved } from '../fixtures/design.js';
import { expectSound, SIZES } from '../fixtures/sound.js';
import { expect, test } from '../fixtures/trove.js';

for (const viewport of SIZES) {
  test.describe(`at ${viewport.width}`, () => {
    test.use({ viewport });

    test('prerequisites change by keys, and circles are refused at once', async ({ page }) => {
      const slug = await newHunt(page, 'Linear trail', `Graph ${viewport.width}`);
      await page.goto(`/hunts/${slug}/graph`);
      await expect(page.locator('.react-flow__node')).toHaveCount(6);
      await expect(page.locator('.react-flow__edge')).toHaveCount(5);
      const rows = page.locator('[data-row]');
      await rows.nth(0).focus();
      await page.keyboard.press('Enter');
      await rows.nth(5).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Require it', exact: true }).focus();
      await page.keyboard.press('Enter');
      await expect(
        page.getByText(/These clues wait for each other.*The first step → Home → The last word/),
      ).toBeVisible();
      await expect(page.locator('.react-flow__edge')).toHaveCount(5);

      await page.getByRole('button', { name: 'The other way round' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Require it', exact: true }).focus();
      await page.keyboard.press('Enter');
      await expect(page.locator('.react-flow__edge')).toHaveCount(6);
      await page.getByLabel(/How many of its clues Home requires/).selectOption('any');
      await expect(page.getByText('The last word, The first step')).toBeVisible();
      await saved(page);
      await expectSound(page);
    });
  });
}

test('a line that is drawn is a prerequisite', async ({ page }) => {
  const slug = await newHunt(page, 'QR scavenger', 'Drawn');
  await page.goto(`/hunts/${slug}/graph`);
  await expect(page.locator('.react-flow__edge')).toHaveCount(7);
  const node = (id: string) => page.locator(`.react-flow__node[data-id="${id}"]`);
  const from = node('doorstep').locator('.react-flow__handle.source');
  await from.dragTo(node('attic').locator('.react-flow__handle.target'));
  await expect(page.locator('.react-flow__edge')).toHaveCount(8);
  await saved(page);
});
