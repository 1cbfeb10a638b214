/** What rests in quarantine is repaired: one by hand, many by a rule, without losing any. */
import { v7 as uuid } from 'uuid';
import { postEvent } from '../fixtures/door.js';
import { placeOf } from '../fixtures/quarantine.js';
import { expectSoundInBoth, SIZES } from '../fixtures/sound.js';
import { expect, test } from '../fixtures/trove.js';

/** Sends an event that its contract refuses; answers its id. */
async function refuse(type: string, team: string, data: object): Promise<string> {
  const id = uuid();
  const status = await postEvent({
    ...{ specversion: '1.0', id, source: '/cli', type, time: new Date().toISOString() },
    ...{ hunt: 'harbour-night', player: team, team, data },
  });
  expect(status).toBe(422);
  return id;
}

/** A type that nobody else sends, so that its list grows by what the test sends alone. */
const newType = () => `probe${Date.now()}.sent.v1`;

/** Makes a scan of an event of such a type. */
const TO_SCAN = JSON.stringify([
  { op: 'replace', path: '/type', value: 'code.scanned.v1' },
  { op: 'replace', path: '/data', value: { code: 'NO-SUCH-CODE' } },
]);

test('one is repaired by hand beside its contract, foretold, and replayed once', async ({
  page,
}) => {
  const team = `hand${Date.now()}`;
  const id = await refuse('code.scanned.v1', team, { code: 'NO SUCH CODE' });
  const place = await placeOf(page, { id, code: 'contract' });
  await page.goto(`/quarantine?code=contract&type=code.scanned.v1&entry=${place}`);
  const refused = page.getByRole('region', { name: 'Refused as contract' });
  await refused.getByRole('button', { name: 'Repair by hand' }).click();
  const editor = refused.getByLabel('The repaired event');
  const check = refused.getByRole('button', { name: 'Check and preview' });
  await check.click();
  await expect(refused.getByText('It would be refused again at data.code')).toBeVisible();

  const text = await editor.inputValue();
  await editor.fill(text.replace(id, uuid()));
  await check.click();
  await expect(refused.getByText('The id stays what it was')).toBeVisible();

  await editor.fill(text.replace('NO SUCH CODE', 'NO-SUCH-CODE'));
  await check.click();
  await expect(refused.getByText('it would count: no clue, 0 points')).toBeVisible();
  await refused.getByRole('button', { name: 'Replay as repaired' }).click();
  await expect(refused.getByText('It counts now: no clue, 0 points.')).toBeVisible();

  await page.goto(`/quarantine?state=replayed&code=contract&entry=${place}`);
  await expect(refused.getByLabel('Repaired')).toContainText('NO-SUCH-CODE');
});

test('many are repaired by a rule, previewed without effect, and replayed at a rate', async ({
  page,
}) => {
  const type = newType();
  for (let i = 0; i < 3; i += 1) await refuse(type, 'many', { i });
  const other = await refuse(type, 'other', {});
  await placeOf(page, { id: other, code: 'unknown_type' });
  await page.goto(`/quarantine?type=${type}`);
  await page.getByRole('button', { name: 'Repair these' }).click();
  const repair = page.getByRole('region', { name: 'Repair these' });
  const preview = repair.getByRole('button', { name: 'Preview, without effect' });
  const start = repair.getByRole('button', { name: 'Repair and replay' });
  const condition = repair.getByLabel('For events of which this is true');

  await condition.fill('event.team.matches("x")');
  await preview.click();
  await expect(repair.getByText('There is no matches here')).toBeVisible();

  await condition.fill('event.team == "many"');
  await repair.getByLabel('Make this change').fill('[]');
  await preview.click();
  await expect(repair.getByText('3 stay: It would be refused again at type')).toBeVisible();
  await expect(start).toBeDisabled();

  await repair.getByLabel('Make this change').fill(TO_SCAN);
  await preview.click();
  await expect(repair.getByText('3 of 4 events', { exact: true })).toBeVisible();
  await expect(repair.getByText('3 will count')).toBeVisible();
  const foretold = repair.getByRole('region', { name: 'The first 3 events as things stand' });
  await expect(foretold.getByText('no clue, 0 points')).toHaveCount(3);
  await start.click();
  const run = page.getByRole('region', { name: 'Repairs' }).getByRole('listitem').first();
  await expect(run).toContainText('done');
  await expect(run).toContainText('3 replayed');
  const causes = page.getByRole('region', { name: 'Refused, by cause' });
  await expect(causes.getByRole('button', { name: type })).toContainText('1');
});

test('a run is cancelled, and what it has not replayed stays', async ({ page }) => {
  const type = newType();
  const ids: string[] = [];
  for (let i = 0; i < 6; i += 1) ids.push(await refuse(type, 'slow', { i }));
  await placeOf(page, { id: ids.at(-1) ?? '', code: 'unknown_type' });
  await page.goto(`/quarantine?type=${type}`);
  await page.getByRole('button', { name: 'Repair these' }).click();
  const repair = page.getByRole('region', { name: 'Repair these' });
  await repair.getByLabel('For events of which this is true').fill('event.team == "slow"');
  await repair.getByLabel('Make this change').fill(TO_SCAN);
  await repair.getByRole('button', { name: 'Preview, without effect' }).click();
  await repair.getByLabel('Events a second').fill('1');
  await repair.getByLabel('This matches all of them').fill('6');
  await repair.getByRole('button', { name: 'Repair and replay 6 events' }).click();
  const repairs = page.getByRole('region', { name: 'Repairs' });
  await expect(repairs.getByRole('listitem').first()).toContainText('replayed');
  await repairs.getByRole('button', { name: 'Cancel' }).click();
  await expect(repairs.getByRole('listitem').first()).toContainText('cancelled');
  const exported = async (state: string) => {
    const answer = await page.request.get(`/api/quarantine/export?state=${state}&type=${type}`);
    return (await answer.text()).split('\n').filter((line) => line !== '').length;
  };
  await expect
    .poll(async () => (await exported('open')) + (await exported('replayed')))
    .toBe(ids.length);
  expect(await exported('open')).toBeGreaterThan(0);
});

test('a rule that matches everything asks for the number; what is left is discarded', async ({
  page,
}) => {
  const type = newType();
  const ids = [await refuse(type, 'all', {}), await refuse(type, 'all', {})];
  const place = await placeOf(page, { id: ids[1] ?? '', code: 'unknown_type' });
  await page.goto(`/quarantine?type=${type}`);
  await page.getByRole('button', { name: 'Repair these' }).click();
  const repair = page.getByRole('region', { name: 'Repair these' });
  await repair.getByLabel('For events of which this is true').fill('true');
  await repair.getByLabel('Make this change').fill(TO_SCAN);
  await repair.getByRole('button', { name: 'Preview, without effect' }).click();
  const start = repair.getByRole('button', { name: 'Repair and replay 2 events' });
  await expect(start).toBeDisabled();
  await repair.getByLabel('This matches all of them').fill('2');
  await expect(start).toBeEnabled();

  await page.getByRole('button', { name: 'Discard these' }).click();
  const discard = page.getByRole('form', { name: 'Discard these' });
  await discard.getByLabel('Why are they discarded?').fill('from a test device');
  await discard.getByRole('button', { name: 'Discard 2 events' }).click();
  await expect(page.getByText('Nothing of this kind rests here.')).toBeVisible();

  await page.goto(`/quarantine?state=discarded&type=${type}&entry=${place}`);
  const refused = page.getByRole('region', { name: 'Refused events' });
  await expect(refused.getByText('from a test device')).toBeVisible();
  const exported = await page.request.get(`/api/quarantine/export?state=discarded&type=${type}`);
  const lines = (await exported.text()).trim().split('\n');
  expect(new Set(lines.map((line) => JSON.parse(line).eventId))).toEqual(new Set(ids));
});

test('a list that grows is discarded as it was shown', async ({ page }) => {
  const type = newType();
  const seen = await refuse(type, 'growing', {});
  await placeOf(page, { id: seen, code: 'unknown_type' });
  await page.goto(`/quarantine?type=${type}&paused=true`);
  await page.getByRole('button', { name: 'Discard these' }).click();
  const discard = page.getByRole('form', { name: 'Discard these' });
  await discard.getByLabel('Why are they discarded?').fill('from a test device');
  const act = discard.getByRole('button', { name: 'Discard 1 event' });
  await expect(act).toBeEnabled();
  const later = await refuse(type, 'growing', {});
  await placeOf(page, { id: later, code: 'unknown_type' });
  await act.click();
  await expect(page.getByText('1 discarded.')).toBeVisible();
  const exported = await page.request.get(`/api/quarantine/export?state=open&type=${type}`);
  expect(JSON.parse(await exported.text()).eventId).toBe(later);
});

for (const viewport of SIZES) {
  test.describe(`at ${viewport.width}`, () => {
    test.use({ viewport });

    test('the open editors have nothing serious and do not scroll sideways', async ({ page }) => {
      const id = await refuse('code.scanned.v1', 'axe', { code: 'NO SUCH CODE' });
      const place = await placeOf(page, { id, code: 'contract' });
      await page.goto(`/quarantine?code=contract&type=code.scanned.v1&entry=${place}`);
      const refused = page.getByRole('region', { name: 'Refused as contract' });
      await refused.getByRole('button', { name: 'Repair by hand' }).press('Enter');
      await expect(refused.getByLabel('The repaired event')).toBeVisible();
      await page.getByRole('button', { name: 'Repair these' }).press('Enter');
      const repair = page.getByRole('region', { name: 'Repair these' });
      await repair.getByRole('button', { name: 'Preview, without effect' }).press('Enter');
      await expect(repair.getByText(/^\d+ of \d+ events?$/)).toBeVisible();
      await expectSoundInBoth(page);
    });
  });
}
