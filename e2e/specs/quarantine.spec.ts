/** What the door refuses can be found: by its reason, with its path and what was sent. */
import { v7 as uuid } from 'uuid';
import { postEvent } from '../fixtures/door.js';
import { placeOf } from '../fixtures/quarantine.js';
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

  const soon = Date.now() + 3_600_000;
  await page.goto(`/quarantine?code=contract&state=all&from=${soon}&to=${soon + 1_000}`);
  await expect(page.getByText('Nothing of this kind rests here.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Take this span away' }).click();
  const reasons = page.getByRole('region', { name: 'Refused, by cause' });
  await expect(reasons.getByRole('button', { name: new RegExp(mark) })).toBeVisible();
  await page.goto(`/quarantine?from=${soon - 7_200_000}&to=${soon}`);
  await reasons.getByRole('button', { name: new RegExp(mark) }).click();
  const refused = page.getByRole('region', { name: 'Refused as contract' });
  // However many causes stand before it.
  await expect(refused).toBeInViewport();
  await refused.getByRole('button', { name: new RegExp(mark) }).click();
  await expect(page.getByLabel(/^original/i)).toContainText(mark);
  await expect(page.getByLabel(/^contract$/i)).toContainText('failed here');
  await page.getByRole('button', { name: 'Replay' }).click();
  await expect(page.getByText('It would be refused again at data')).toBeVisible();
});

test('an event whose time has come is replayed once, by its own id', async ({ page }) => {
  // An id from ahead of the clock is refused for its time alone; parked, it counts when replayed.
  const id = uuid({ msecs: Date.now() + 3_600_000 });
  const team = `early${Date.now()}`;
  const status = await postEvent({
    specversion: '1.0',
    id,
    source: '/cli',
    type: 'code.scanned.v1',
    time: new Date().toISOString(),
    hunt: 'harbour-night',
    player: team,
    team,
    data: { code: 'NO-SUCH-CODE' },
  });
  expect(status).toBe(422);

  const place = await placeOf(page, { id, code: 'id_from_future' });
  await page.goto(`/quarantine?code=id_from_future&entry=${place}`);
  const refused = page.getByRole('region', { name: 'Refused as id from future' });
  await expect(refused.getByText(team).first()).toBeVisible();
  await refused.getByRole('button', { name: 'Replay' }).click();
  await expect(refused.getByText('It counts now: no clue, 0 points.')).toBeVisible();
  await refused.getByRole('button', { name: 'Replay' }).click();
  await expect(refused.getByText(/Its id was counted before/)).toBeVisible();
  await refused.getByRole('link', { name: 'See the event' }).click();
  const found = page.getByRole('region', { name: 'Events of this id' });
  await expect(found.getByText('replayed').first()).toBeVisible();
});
