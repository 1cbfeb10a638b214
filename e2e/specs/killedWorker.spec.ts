/** What operators see of a worker that dies or stands still, and that they lose nothing by it. */
import { playAs, publishHunt } from '../fixtures/door.js';
import { freezeApp, killApp } from '../fixtures/processes.js';
import { expect, test } from '../fixtures/trove.js';

test('the overview says within two seconds that no worker runs, and recovers', async ({ page }) => {
  await page.goto('/');
  const live = page.getByText('● live', { exact: true });
  await expect(live).toBeVisible();
  killApp('worker');
  const said = page.getByText(/No worker is running/).first();
  await expect(said).toBeVisible({ timeout: 2_000 });
  await expect(live).toBeVisible({ timeout: 30_000 });
});

test('an act that had to wait says later what it came to', async ({ page }) => {
  const slug = 'slow-night';
  const clue = { id: 'gate', title: 'The gate', text: 'A lion yawns.', find: { code: 'LION' } };
  const hunt = { trove: 1, slug, title: 'A slow night', joinCode: 'NIGHT' };
  expect(await publishHunt({ ...hunt, clues: [{ ...clue, points: 20 }] })).toBe(201);
  const { player } = await playAs(slug, { code: 'night', teamName: 'herons' });
  player.close();
  await page.goto(`/hunts/${slug}/live/teams/herons`);
  const points = page.getByRole('form', { name: 'Points' });
  await points.getByLabel('Points', { exact: true }).fill('5');
  await points.getByLabel('Why, for the team to read').fill('They waited.');
  const waiting = page.getByText('It stands in the log and waits to be decided.');
  const thaw = freezeApp('worker');
  try {
    await points.getByRole('button', { name: 'Grant' }).click();
    await expect(waiting).toBeVisible();
  } finally {
    thaw();
  }
  await expect(page.getByText('herons gets 5 points and has 5 now.')).toBeVisible();
  await expect(waiting).toHaveCount(0);
});
