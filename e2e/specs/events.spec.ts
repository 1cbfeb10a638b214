/** Any event that was decided can be found by its id, with what became of it. */
import { v7 as uuid } from 'uuid';
import { postEvent } from '../fixtures/door.js';
import { expect, test } from '../fixtures/trove.js';

test('an event is found by its id and is open at once', async ({ page }) => {
  const id = uuid();
  const status = await postEvent({
    specversion: '1.0',
    id,
    source: '/cli',
    type: 'code.scanned.v1',
    time: new Date().toISOString(),
    hunt: 'harbour-night',
    player: 'finder',
    team: 'finders',
    data: { code: 'NOT-A-CODE' },
  });
  expect(status).toBe(202);
  await page.goto('/events');
  await page.getByLabel('Event id').fill(id);
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await expect(page.getByRole('button', { name: /accepted.*finders/ })).toBeVisible();
  await expect(page.getByText('NOT-A-CODE').first()).toBeVisible();
});

test('what a link has narrowed the list down by is shown, and can be taken away', async ({
  page,
}) => {
  await page.goto('/events?outcome=duplicate&rung=device&unmet=near-by&verdict=wrong');
  await expect(page.getByText(/No event matches the filter\.|Looked at the newest/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'does not meet “near-by”' })).toBeVisible();
  for (const name of ['rung', 'expectation', 'verdict']) {
    await page.getByRole('button', { name: `Take this ${name} away` }).click();
    await expect(page.getByRole('button', { name: `Take this ${name} away` })).toHaveCount(0);
  }
  await expect(page).toHaveURL(/\/events\?outcome=duplicate$/);
});
