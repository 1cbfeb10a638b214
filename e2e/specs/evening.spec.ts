/**
 * A designer's whole evening: a hunt from nothing to its players, a change that is weighed before
 * it is made, and its way back. Its pictures stand in docs/screens.
 */
import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { v7 as uuid } from 'uuid';
import { newHunt, saved } from '../fixtures/design.js';
import { postEvent } from '../fixtures/door.js';
import { picture } from '../fixtures/screens.js';
import { test } from '../fixtures/trove.js';

test.use({ colorScheme: 'dark' });
test.describe.configure({ timeout: 240_000 });

/** Codes of the template, in the order of its clues. */
const CODES = ['DOOR-4412', 'BEES-9083', 'STEP-1356'] as const;
const TEAMS = ['herons', 'otters', 'moths'] as const;

test('a designer’s evening', async ({ page }) => {
  const slug = await newHunt(page, 'QR scavenger', `Evening ${randomUUID().slice(0, 8)}`);
  const tab = (name: string) => page.goto(`/hunts/${slug}/${name}`);

  await test.step('the clues', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('n');
    await page.keyboard.type('The lamp in the yard');
    await page.keyboard.press('Escape');
    await saved(page);
    await picture(page, 'clues');
    const seen = {
      map: page.getByRole('region', { name: 'Map', exact: true }),
      graph: page.getByRole('region', { name: 'Unlocks' }),
      rules: page.getByRole('region', { name: 'Judged in this order' }),
    };
    for (const [name, region] of Object.entries(seen)) {
      await tab(name);
      await expect(region).toBeVisible();
      // A hunt of codes has an empty map, which is no picture.
      if (name !== 'map') await picture(page, name);
    }
  });

  await test.step('trying it, and keeping what was tried', async () => {
    await tab('try');
    await page.getByRole('button', { name: 'Try it, without effect' }).click();
    await expect(page.getByRole('region', { name: /^What would come of it/ })).toContainText(
      'solved',
    );
    await page.getByLabel('Keep it as a fixture').fill('the first find');
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('region', { name: 'Fixtures' }).getByRole('listitem'),
    ).toContainText('passes');
    await picture(page, 'try');
  });

  await test.step('a thousand teams play it', async () => {
    await tab('playtest');
    await page.getByLabel('Teams', { exact: true }).fill('300');
    await page.getByRole('button', { name: 'Play it' }).click();
    await expect(page.getByRole('region', { name: 'What it says' })).toBeVisible({
      timeout: 90_000,
    });
    await picture(page, 'playtest');
  });

  await test.step('publishing', async () => {
    await tab('versions');
    await picture(page, 'versions');
    await page.getByRole('button', { name: 'Publish as version 1' }).click();
    await expect(page.getByText('Version 1 is live')).toBeVisible();
  });

  await test.step('players play, and operators see them', async () => {
    for (const code of CODES) for (const team of TEAMS) await scan(slug, team, code);
    await page.goto(`/hunts/${slug}/live/progress`);
    await expect(
      page.getByRole('button', { name: /^herons, .*: solved at/ }).first(),
    ).toBeVisible();
    await picture(page, 'live');
  });

  await test.step('a change is weighed on what was played', async () => {
    await tab('clues');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByLabel('Points', { exact: true }).fill('90');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('cell', { name: '90' })).toBeVisible();
    await saved(page);
    await tab('backtest');
    await page.getByRole('button', { name: 'Run the backtest' }).click();
    await expect(page.getByRole('region', { name: 'Changed events' }).first()).toBeVisible({
      timeout: 60_000,
    });
    await picture(page, 'backtest');
  });

  await test.step('it is published, and taken back', async () => {
    await tab('versions');
    await expect(page.getByText(/3 teams in mid-hunt/)).toBeVisible();
    await picture(page, 'changes');
    const publish = page.getByRole('button', { name: 'Publish as version 2' });
    await publish.click();
    // What was kept as a fixture says that the first find brings less.
    await expect(page.getByText(/the fixture "the first find" does not come out/)).toBeVisible();
    await tab('try');
    await page.getByRole('button', { name: 'Delete the first find' }).click();
    await saved(page);
    await expect(page.getByText('No fixtures yet.')).toBeVisible();
    await tab('versions');
    await publish.click();
    await expect(page.getByText('Version 2 is live')).toBeVisible();
    // What the draft changes is told anew and moves what is below it: a click meanwhile may miss.
    await expect(page.getByText('nothing to publish')).toBeVisible();
    await page.getByRole('button', { name: 'Make it live again' }).click();
    await expect(page.getByText('Version 3 is live')).toBeVisible();
    await goOverview(page);
  });
});

/** Publications are marked on every chart. */
async function goOverview(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Events by outcome' })).toBeVisible();
  await picture(page, 'overview');
}

async function scan(hunt: string, team: string, code: string): Promise<void> {
  const who = { hunt, player: team, team };
  const event = { specversion: '1.0', id: uuid(), source: '/cli', type: 'code.scanned.v1' };
  const time = new Date().toISOString();
  expect(await postEvent({ ...event, time, ...who, data: { code } })).toBe(202);
}
