/** What the door refuses can be found: by its reason, with its path and what was sent. */
import { v7 as uuid } from 'uuid';
import { postEvent } from '../fixtures/door.js';
import { expect, test } from '../fixtures/trove.js';

test('a refused event is found in quarantine', async ({ page }) => {
  const player = `probe-${uuid()}`;
  const status = await postEvent({
    specversion: '1.0',
    id: uuid(),
    source: '/cli',
    type: 'location.reported.v1',
    time: new Date().toISOString(),
    hunt: 'harbour-night',
    player,
    team: 'probe',
    data: { lat: 91, lon: 0 },
  });
  expect(status).toBe(422);

  await page.goto('/quarantine');
  await page
    .getByRole('button', { name: /contract/i })
    .first()
    .click();
  await page.getByText('location.reported.v1').first().click();
  await expect(page.getByText(player).first()).toBeVisible();
  await expect(page.getByText(/lat/).first()).toBeVisible();
});
