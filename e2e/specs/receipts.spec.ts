/** Every decided event has a card by its address: why, its way, the rules, and its first. */
import { v7 as uuid } from 'uuid';
import { postEvent } from '../fixtures/door.js';
import { expect, test } from '../fixtures/trove.js';

/** Sent again an event says the same of when it happened. */
const HAPPENED = new Date().toISOString();

function scanOf(id: string, team: string, data: Readonly<Record<string, unknown>>) {
  return {
    specversion: '1.0',
    id,
    source: '/cli',
    type: 'code.scanned.v1',
    time: HAPPENED,
    hunt: 'harbour-night',
    player: team,
    team,
    data,
  };
}

async function scan(id: string, team: string, code = 'PRETZEL-4AM'): Promise<void> {
  expect(await postEvent(scanOf(id, team, { code }))).toBe(202);
}

test('an event opens its receipt, by mouse and by its address', async ({ page }) => {
  const id = uuid();
  const team = `paper${Date.now()}`;
  await scan(id, team);
  await page.goto(`/events?id=${id}`);
  await page.getByRole('link', { name: 'Receipt: why it counted or not' }).click();
  const card = page.getByRole('article', { name: 'Receipt' });
  await expect(card.getByRole('heading', { name: 'code.scanned.v1' })).toBeVisible();
  await expect(card.getByRole('list', { name: 'Stages' }).getByText('committed')).toBeVisible();
  await expect(card.getByRole('region', { name: 'Where it stands' })).toContainText('/cli');
  await expect(card.getByText('PRETZEL-4AM').first()).toBeVisible();
  await page.goto(`/events/${id}`);
  await expect(card.getByRole('button', { name: `Copy ${team}` }).first()).toBeVisible();
});

test('a repeat leads to the first, with keys alone', async ({ page }) => {
  const id = uuid();
  await scan(id, 'twice');
  await scan(id, 'twice');
  await page.goto(`/events?id=${id}`);
  const rows = page.getByRole('list', { name: 'Events' }).getByRole('listitem');
  await expect(async () => {
    await page.reload();
    await expect(rows).toHaveCount(2);
  }).toPass();
  await page.getByRole('button', { name: /duplicate/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Receipt: why it counted or not' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('It repeats an event that came before')).toBeVisible();
  await page.getByRole('link', { name: 'its receipt' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('It repeats an event that came before')).toHaveCount(0);
  await expect(page.getByRole('article', { name: 'Receipt' })).toContainText('accepted');
});

test('an id that nobody knows is told so', async ({ page }) => {
  await page.goto(`/events/${uuid()}`);
  await expect(page.getByText('No event has this id, decided or refused.')).toBeVisible();
  await page.goto('/events/nonsense');
  await expect(page.getByText('No event has this id, decided or refused.')).toBeVisible();
});

test('a refused event says why the door refused it, and where to mend it', async ({ page }) => {
  const id = uuid();
  expect(await postEvent(scanOf(id, 'mended', {}))).toBe(422);
  await page.goto(`/events/${id}`);
  const card = page.getByRole('article', { name: 'Receipt' });
  await expect(card).toContainText('It never reached the log.');
  await expect(card).toContainText('data.code');
  await expect(card).toContainText('mended');
  await expect(async () => {
    await page.reload();
    await expect(card).toContainText('open: somebody has to look at it', { timeout: 5_000 });
  }).toPass();
});
