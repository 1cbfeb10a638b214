/** A designer says what teams are told to try next, by keys and by the titles of clues. */
import type { Locator } from '@playwright/test';
import { newHunt, saved } from '../fixtures/design.js';
import { expectSound, SIZES } from '../fixtures/sound.js';
import { expect, test } from '../fixtures/trove.js';

async function add(panel: Locator, label: string, title: string): Promise<void> {
  const field = panel.getByLabel(label);
  await field.fill(title);
  await field.press('Enter');
  await expect(field).toHaveValue('');
}

for (const viewport of SIZES) {
  test.describe(`at ${viewport.width}`, () => {
    test.use({ viewport });

    test('clues are suggested first, never, more often and until they are full', async ({
      page,
    }) => {
      const slug = await newHunt(page, 'Linear trail', `Next ${viewport.width}`);
      await page.goto(`/hunts/${slug}/settings`);
      const panel = page.getByRole('region', { name: 'What to try next' });
      await add(panel, 'Add a clue that is suggested first', 'The old well');
      await add(panel, 'Add a clue that is suggested first', 'The first step');
      await add(panel, 'Add a clue that is never suggested', 'Two doors');
      await add(panel, 'Add a clue that is more or less likely', 'Home');
      await panel.getByLabel('Times as likely').fill('0.5');
      await add(panel, 'Add a clue that gets full', 'The sundial');
      await panel.getByLabel('Full with teams').fill('0');
      await expect(panel.getByText(/Found 0; allowed is/)).toBeVisible();
      await panel.getByLabel('Full with teams').fill('3');
      await panel.getByLabel('Left to chance').fill('0.2');
      await panel.getByRole('button', { name: 'No longer suggest first The old well' }).click();
      await expect(page.getByText('nothing to mend')).toBeVisible();
      await saved(page);
      await expectSound(page);

      await page.goto(`/hunts/${slug}/text`);
      const file = page.getByRole('textbox', { name: 'Hunt file' });
      for (const part of [
        /pins:[\s[-]*first-step/,
        /never:[\s[-]*two-doors/,
        /clue: home,?\s+by: 0.5/,
        /clue: sundial,?\s+teams: 3/,
        /explore: 0.2/,
      ]) {
        await expect(file).toHaveValue(part);
      }
    });
  });
}
