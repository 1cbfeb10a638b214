/** A designer runs a draft over last night's events, by keys alone, and opens a receipt of it. */
import { v7 as uuid } from 'uuid';
import { openDraft } from '../fixtures/design.js';
import { postEvent } from '../fixtures/door.js';
import { SIZES } from '../fixtures/sound.js';
import { expect, test } from '../fixtures/trove.js';

const HUNT = 'harbour-night';
const TAKES = { timeout: 60_000 };

async function scan(team: string): Promise<string> {
  const id = uuid();
  const named = { specversion: '1.0', id, source: '/cli', type: 'code.scanned.v1' };
  const who = { time: new Date().toISOString(), hunt: HUNT, player: team, team };
  expect(await postEvent({ ...named, ...who, data: { code: 'PRETZEL-4AM' } })).toBe(202);
  return id;
}

for (const viewport of SIZES) {
  test.describe(`at ${viewport.width}`, () => {
    test.use({ viewport });

    test('a draft is run, its result read and a changed event looked at', async ({ page }) => {
      await scan(`backtest${Date.now()}`);
      await openDraft(page, 'backtest');
      await page.getByText('The draft’s text').focus();
      await page.keyboard.press('Enter');
      const draft = page.getByLabel('Hunt file');
      await draft.fill((await draft.inputValue()).replaceAll(/points: \d+/g, 'points: 77'));
      await page.getByRole('button', { name: 'Run the backtest' }).focus();
      await page.keyboard.press('Enter');
      // Until then the result of an earlier run stands there.
      await page.waitForURL(/[?&]run=/);
      const result = page.getByRole('region', { name: 'Result' });
      await expect(result.getByText('verdicts changed')).toBeVisible(TAKES);
      await expect(page.getByText('Asked for')).toHaveCount(0);
      await expect(page.getByRole('img', { name: /Ranks before and after/ })).toBeVisible();
      await page
        .getByRole('region', { name: 'Changed events' })
        .getByRole('link', { name: /other points/ })
        .first()
        .focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('article', { name: 'Receipt' })).toBeVisible();
    });
  });
}

test('a draft with a mistake is refused with its line', async ({ page }) => {
  await openDraft(page, 'backtest');
  await page.getByText('The draft’s text').click();
  await page.getByLabel('Hunt file').fill('trove: 1\n');
  await page.getByRole('button', { name: 'Run the backtest' }).click();
  await expect(page.getByText(/Line \d+ of the draft/)).toBeVisible();
});

test('the batch twin comes to what is live', async ({ page }) => {
  await scan(`twin${Date.now()}`);
  await page.goto(`/twin?hunt=${HUNT}`);
  await page.getByLabel(/Seconds between two runs/).fill('1');
  await page.getByRole('button', { name: /Turn on|Set/ }).click();
  const against = page.getByRole('region', { name: 'Twin against live' });
  await expect(against.getByText('● 0')).toBeVisible(TAKES);
  await expect(page.getByRole('region', { name: 'Board', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Turn off' }).click();
  await expect(page.getByText('○ off')).toBeVisible();
});
