/** A designer begins hunts of templates, copies one, and puts a draft away and takes it out. */
import { newHunt, saved } from '../fixtures/design.js';
import { expectSound, SIZES } from '../fixtures/sound.js';
import { expect, test } from '../fixtures/trove.js';

for (const viewport of SIZES) {
  test.describe(`at ${viewport.width}`, () => {
    test.use({ viewport });

    test('a draft is begun, copied, put away and taken out', async ({ page }) => {
      const title = `Lanterns ${viewport.width}`;
      const slug = await newHunt(page, 'Linear trail', title);
      expect(slug).toBe(`lanterns-${viewport.width}`);

      await page.goto(`/hunts/${slug}/settings`);
      await expect(page.getByLabel('Join code')).toHaveValue(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
      await page.getByLabel('Playtest code').fill('TRY-ME-1');
      await page.getByLabel('In one team').fill('5');
      await page.getByRole('button', { name: 'Add a division' }).click();
      await page.getByRole('button', { name: 'Add one' }).click();
      await saved(page);
      await page.goto(`/hunts/${slug}/text`);
      for (const line of ['playtestCode: TRY-ME-1', 'size: 5', 'id: division']) {
        await expect(page.getByRole('textbox', { name: 'Hunt file' })).toContainText(line);
      }
      await page.goto(`/hunts/${slug}/settings`);
      await expectSound(page);

      await page.goto(`/hunts?find=${encodeURIComponent(title)}`);
      await expectSound(page);
      await page.getByRole('button', { name: `Duplicate ${title}` }).click();
      const sheet = page.getByRole('dialog');
      await sheet.getByLabel('Title').fill(`${title} again`);
      await sheet.getByRole('button', { name: 'Make the draft' }).click();
      await page.waitForURL((url) => url.pathname === `/hunts/${slug}-again/clues`);
      await expect(page.getByRole('row')).toHaveCount(7);

      await page.goto(`/hunts?find=${encodeURIComponent(`${title} again`)}`);
      await page.getByRole('button', { name: `Put away ${title} again` }).click();
      await expect(page.getByText('No hunt fits the filter.')).toBeVisible();
      await page.getByRole('checkbox', { name: 'Put away', exact: true }).check();
      await page.getByRole('button', { name: `Take out ${title} again` }).click();
      await page.getByRole('checkbox', { name: 'Put away', exact: true }).uncheck();
      await expect(page.getByRole('link', { name: `${title} again` })).toBeVisible();
    });

    test('a title in another script gets a name, and a taken name is refused', async ({ page }) => {
      await page.goto('/hunts');
      await page.getByRole('button', { name: 'New hunt' }).click();
      const sheet = page.getByRole('dialog', { name: 'New hunt' });
      await sheet.getByRole('radio', { name: 'QR scavenger' }).check();
      await sheet.getByLabel('Title').fill('ציד האוצר 🦊');
      await expect(sheet.getByLabel('Name')).toHaveValue(/^qr-scavenger(-\d+)?$/);
      await expectSound(page);
      await sheet.getByLabel('Name').fill('harbour-night');
      await sheet.getByRole('button', { name: 'Make the draft' }).click();
      await expect(sheet.getByText('The name harbour-night is taken')).toBeVisible();
    });
  });
}
