/** Nothing moves away under a finger while a screen comes, and no press on it is lost. */
import type { Page } from '@playwright/test';
import { v7 as uuid } from 'uuid';
import { postEvent, publishHunt } from '../fixtures/door.js';
import { SIZES } from '../fixtures/sound.js';
import { expect, test } from '../fixtures/trove.js';

/** Holds what a page asks for at an address; the function that is given lets it go. */
async function held(page: Page, address: string | RegExp): Promise<() => void> {
  let letGo = () => {};
  const isLetGo = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(address, async (route) => {
    await isLetGo;
    await route.continue();
  });
  return letGo;
}

const hunt = {
  trove: 1,
  slug: 'steady',
  title: 'Steady',
  clues: [
    {
      id: 'gate',
      title: 'The gate',
      points: 20,
      find: { code: 'GATE' },
      hints: [{ id: 'near', text: 'You are near.', cost: 5 }],
    },
    { id: 'mast', title: 'The mast', points: 20, find: { code: 'MAST' } },
  ],
};

test.beforeAll(async () => {
  await publishHunt(hunt);
  const who = { hunt: 'steady', player: 'herons', team: 'herons', data: { code: 'MAST' } };
  const event = { specversion: '1.0', id: uuid(), source: '/cli', type: 'code.scanned.v1' };
  expect(await postEvent({ ...event, time: new Date().toISOString(), ...who })).toBe(202);
});

test('says that no figures come, instead of loading for ever', async ({ page }) => {
  await page.clock.install();
  await page.route('**/api/live*', (route) => route.fulfill({ status: 503 }));
  await page.goto('/');
  const panel = page.getByRole('region', { name: 'Lag by partition' });
  await expect(panel.getByRole('status')).toHaveText('Loading');
  await page.clock.fastForward(11_000);
  await expect(panel.getByText('The console’s live stream does not answer.')).toBeVisible();
  await page.unroute('**/api/live*');
  await page.clock.fastForward(5_000);
  await expect(page.getByRole('banner').getByText('● live')).toBeVisible();
});

test('a screen whose scripts do not come says so', async ({ page }) => {
  const letGo = await held(page, /\/_next\/static\/.*\.js/);
  await page.goto('/hunts', { waitUntil: 'commit' });
  const notice = page.getByText('reload the page');
  await expect(page.locator('main')).toHaveAttribute('inert');
  await expect(notice).toBeHidden();
  await expect(notice).toBeVisible({ timeout: 20_000 });
  letGo();
  await expect(page.locator('main')).not.toHaveAttribute('inert');
  await expect(notice).toBeHidden();
});

for (const viewport of SIZES) {
  test.describe(`a screen at ${viewport.width}`, () => {
    test.use({ viewport });

    test('stays where it is as the first figures come', async ({ page }) => {
      const letGo = await held(page, '**/api/live*');
      await page.goto('/hunts/steady/live/teams');
      const help = page.getByRole('button', { name: 'Help', exact: true });
      const pause = page.getByRole('button', { name: 'Pause' });
      await expect(help).toBeVisible();
      await expect(page.getByRole('banner').getByText('○ waiting')).toBeVisible();
      const before = [await help.boundingBox(), await pause.boundingBox()];
      letGo();
      await expect(page.getByRole('banner').getByText('● live')).toBeVisible();
      expect([await help.boundingBox(), await pause.boundingBox()]).toEqual(before);
    });

    test('offers what can be done for a team once all that stands there is read', async ({
      page,
    }) => {
      const letGo = await held(page, '**/live/solutions*');
      await page.goto('/hunts/steady/live/teams/herons');
      await expect(page.getByRole('region', { name: 'As the team sees it' })).toContainText('20');
      const acts = page.getByRole('region', { name: 'Do something' });
      await expect(acts.getByRole('status')).toHaveText('Loading');
      await expect(acts.getByRole('button')).toHaveCount(0);
      letGo();
      await expect(acts.getByText('Right is: GATE')).toBeVisible();
      await expect(acts.getByRole('button', { name: 'Grant' })).toBeVisible();
    });

    test('takes a press once it can answer it', async ({ page }) => {
      const letGo = await held(page, /\/_next\/static\/.*\.js/);
      await page.goto('/hunts', { waitUntil: 'commit' });
      await expect(page.locator('main')).toHaveAttribute('inert');
      const pressed = page.getByRole('button', { name: 'New hunt' }).click();
      letGo();
      await pressed;
      await expect(page.getByRole('dialog', { name: 'New hunt' })).toBeVisible();
      await expect(page.locator('main')).not.toHaveAttribute('inert');
    });
  });
}
