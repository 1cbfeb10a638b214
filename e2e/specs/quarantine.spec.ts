/** What the door refuses can be found: by its reason, with its path and what was sent. */
import { v7 as uuid } from 'uuid';
import { postEvent } from '../fixtures/door.js';
import { expect, test } from '../fixtures/trove.js';

test('a refused event is found in quarantine', async ({ page }) => {
  const mark = `probe${Date.now()}`;
  const status = await postEvent({
    specversion: '1.0',
    id: uuid(),
    source: '/cli',
    type: 'location.reported.v1',
    time: new Date().toISOString(),
    hunt: 'harbour-night',
    player: 'probe',
    team: 'probe',
    data: { lat: 54, lon: 10, [mark]: true },
  });
  expect(status).toBe(422);

  await page.goto('/quarantine');
  const reasons = page.getByRole('region', { name: 'Refused, by reason' });
  await reasons.getByRole('button', { name: /^contract/ }).click();
  const refused = page.getByRole('region', { name: 'Refused as contract' });
  await refused.getByRole('button', { name: new RegExp(mark) }).click();
  await expect(page.getByLabel(/^original/i)).toContainText(mark);
});
