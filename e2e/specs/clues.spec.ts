/** A designer makes and changes clues by keyboard alone. */
import type { Page } from '@playwright/test';
import { newHunt, saved } from '../fixtures/design.js';
import { expectSound, SIZES } from '../fixtures/sound.js';
import { expect, test } from '../fixtures/trove.js';

const titles = (page: Page) => page.locator('[data-row]');

async function type(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

/** Types, and waits until the draft has it, as somebody does who thinks before going on. */
async function typeAndPause(page: Page, text: string): Promise<void> {
  const kept = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.keyboard.type(text);
  await kept;
  await saved(page);
}

/** As from a spreadsheet, onto the screen and into no field. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, text);
}

for (const viewport of SIZES) {
  test.describe(`at ${viewport.width}`, () => {
    test.use({ viewport });

    test('clues are added, written, moved, taken out and brought back by keys', async ({
      page,
    }) => {
      await newHunt(page, 'Linear trail', `Keys ${viewport.width}`);
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await expect(titles(page).nth(1)).toBeFocused();
      await page.keyboard.press('n');
      await expect(page.getByLabel('Title', { exact: true })).toBeFocused();
      await page.keyboard.type('המגדלור 🗼');
      await type(page, 'Points', '70');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await expect(titles(page).nth(2)).toBeFocused();
      await expect(titles(page).nth(2)).toHaveText('המגדלור 🗼');
      await saved(page);

      await page.keyboard.press('Alt+ArrowUp');
      await expect(titles(page).nth(1)).toHaveText('המגדלור 🗼');
      await page.keyboard.press('d');
      await expect(page.getByRole('row')).toHaveCount(9);
      await page.keyboard.press('Delete');
      await expect(page.getByRole('row')).toHaveCount(8);
      await page.keyboard.press('ControlOrMeta+z');
      await expect(page.getByRole('row')).toHaveCount(9);
      await saved(page);
      await page.reload();
      await expect(page.getByRole('row')).toHaveCount(9);
      await expectSound(page);
    });

    test('what is wrong stands beside its field, and goes when it is mended', async ({ page }) => {
      await newHunt(page, 'Geofence rally', `Wrong ${viewport.width}`);
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await type(page, 'Radius', '0');
      await page.keyboard.press('Tab');
      const place = page.getByRole('region', { name: 'How it is found' });
      await expect(place.getByText(/Found 0; allowed is/)).toBeVisible();
      await expect(page.getByLabel('Radius', { exact: true })).toHaveAttribute(
        'aria-invalid',
        'true',
      );
      await type(page, 'Radius', '45');
      await page.keyboard.press('Tab');
      await expect(page.getByText('nothing to mend')).toBeVisible();
      await expectSound(page);
    });

    test('several clues are changed at once', async ({ page }) => {
      await newHunt(page, 'QR scavenger', `Bulk ${viewport.width}`);
      for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
      const bar = page.getByRole('form', { name: 'Change the selected clues' });
      await expect(bar.getByText('2 clues')).toBeVisible();
      await bar.getByLabel('New points').focus();
      await page.keyboard.type('33');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('cell', { name: '33', exact: false })).toHaveCount(2);
      await saved(page);
    });

    test('prerequisites are read and picked by titles', async ({ page }) => {
      const slug = await newHunt(page, 'Linear trail', `Titles ${viewport.width}`);
      const doors = page.getByRole('row', { name: /^Select Two doors/ });
      await expect(doors).toContainText('The sundial');
      await page.goto(`/hunts/${slug}/clues?clue=4`);
      const another = page.getByLabel('Add a clue it waits for');
      await another.fill('The old well');
      await another.press('Enter');
      await page.getByRole('button', { name: 'No longer require The sundial' }).click();
      await expect(page.getByRole('button', { name: /^No longer require/ })).toHaveText([
        'The old well',
      ]);
      await expectSound(page);
      await page.getByRole('button', { name: 'Close the clue' }).click();
      await page.getByRole('checkbox', { name: 'Select Two doors' }).check();
      const bar = page.getByRole('form', { name: 'Change the selected clues' });
      await bar.getByLabel('What to change').selectOption('requires');
      await bar.getByLabel('New prerequisite').fill('The first step');
      await bar.getByRole('button', { name: 'Set' }).click();
      await saved(page);
      await page.goto(`/hunts/${slug}/text`);
      await expect(page.getByRole('textbox', { name: 'Hunt file' })).toHaveValue(
        /id: two-doors.*?all:[\s[-]*old-well[\s,-]*first-step/s,
      );
    });
  });
}

test('a paste of 10,000 rows is refused in words, and nothing of it is added', async ({ page }) => {
  const slug = await newHunt(page, 'QR scavenger', 'Paste');
  const rows = Array.from({ length: 10_000 }, (_, i) => `T${i}\tcode\tC${i}`);
  await paste(page, rows.join('\n'));
  const sheet = page.getByRole('dialog', { name: 'Paste clues' });
  await expect(sheet.getByText(/A hunt has at most 5,000 clues/)).toBeVisible();
  await expect(sheet.getByRole('button', { name: 'Add' })).toBeDisabled();
  await sheet.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('row')).toHaveCount(9);

  await page.getByRole('button', { name: 'Paste clues' }).click();
  await sheet.getByLabel('Rows').fill('The pier\tcode\tPIER-1\t25\nThe fox\tanswer\tfox|vixen');
  await sheet.getByRole('button', { name: 'Add 2 clues' }).click();
  await expect(page.getByRole('row')).toHaveCount(11);
  await saved(page);
  await page.goto(`/hunts/${slug}/qr`);
  await expect(page.getByRole('img', { name: 'QR code of PIER-1' })).toBeVisible();
  await expectSound(page);
});

test('what is written with pauses stands as it was written', async ({ page }) => {
  await newHunt(page, 'Geofence rally', 'Pauses');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  const latitude = page.getByLabel('Latitude', { exact: true });
  await latitude.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await typeAndPause(page, '48.30');
  await page.keyboard.type('612');
  await expect(latitude).toHaveValue('48.30612');

  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect(page.getByLabel('Title', { exact: true })).toBeFocused();
  const answers = page.getByLabel('Right answers', { exact: true });
  await answers.focus();
  await saved(page);
  await page.keyboard.press('ControlOrMeta+a');
  await typeAndPause(page, 'old ');
  await typeAndPause(page, 'pier\n');
  await page.keyboard.type('vixen ');
  await expect(answers).toHaveValue('old pier\nvixen ');
  // Left, it shows what the draft has made of it.
  await page.keyboard.press('Tab');
  await expect(answers).toHaveValue('old pier\nvixen');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(answers).toHaveValue('old pier');
});
