/** The API in the console: both documents to read and search, and the explorer that tries it. */
import type { Page, Response } from '@playwright/test';
import { picture } from '../fixtures/screens.js';
import { expect, test } from '../fixtures/trove.js';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('both documents are read, searched and linked to', async ({ page }) => {
  await page.goto('/developers');
  const messages = page.getByRole('region', { name: 'Messages of /play' });
  await expect(messages.getByRole('heading', { name: 'events:send' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'POST /v1/events', exact: true })).toBeVisible();
  await page.getByLabel('Search messages').fill('wrong_join_code');
  await expect(page.getByText('1 entry')).toBeVisible();
  await expect(page.getByRole('heading', { name: /\/join$/ })).toBeVisible();
  await page.getByLabel('Search messages').fill('no-such-word');
  await expect(page.getByText('Nothing has all of these words.')).toBeVisible();
  await page.goto('/developers#board-get');
  await expect(page.getByRole('heading', { name: 'board:get' })).toBeInViewport();
  for (const name of ['asyncapi.json', 'openapi.json']) {
    const reply = await page.request.get(`/api/documents/${name}`);
    expect(await reply.json()).toHaveProperty('info.title');
  }
});

test('samples are there in every language, and are copied', async ({ page }) => {
  await page.goto('/developers');
  await page.getByLabel('Samples in').selectOption('curl');
  await page.getByRole('button', { name: 'Copy: events:send in curl' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('/v1/events');
  expect(copied).toContain('application/cloudevents-batch+json');
  await page.getByLabel('Samples in').selectOption('Python');
  const python = page.getByRole('region', { name: 'state:get in Python' });
  await expect(python).toContainText('sio.call("state:get"');
});

test('a test player joins, sends, and sees the acknowledgement and the pushes', async ({
  page,
}) => {
  await page.goto('/developers');
  await joinHarbour(page);
  const log = page.getByRole('region', { name: 'Messages, acknowledgements and pushes' });
  await expect(log).toContainText('welcome');
  await page.getByLabel('code', { exact: true }).fill('PRETZEL-4AM');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(log).toContainText('"appended"');
  await expect(log).toContainText('"solved"');
  await expect(log.getByText(/\d ms · /).first()).toBeVisible();
  await page.getByLabel('Keep the ids').check();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(log).toContainText('"duplicate"');
  await page.getByRole('button', { name: 'Copy: events:send in TypeScript' }).first().click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('PRETZEL-4AM');
  await picture(page, 'developers');
});

test('the explorer reaches the door by every way to its page, and other pages do not', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Developers' }).click();
  await joinHarbour(page);
  const overview = page.waitForResponse((response) => isDocument(response, '/'));
  await page.getByRole('link', { name: 'Overview' }).click();
  const { 'content-security-policy': policy } = (await overview).headers();
  expect(policy).toMatch(/connect-src 'self';/);
  await page.waitForURL((url) => url.pathname === '/');
  await page.goBack();
  await joinHarbour(page);
  await openEvents(page);
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await joinHarbour(page);
  await openEvents(page);
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByPlaceholder('A command, a hunt').fill('Go to Developers');
  await page.keyboard.press('Enter');
  await joinHarbour(page);
});

test('what the door refuses is shown with its code, and other messages have forms too', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/developers');
  await joinHarbour(page);
  const log = page.getByRole('region', { name: 'Messages, acknowledgements and pushes' });
  await page.getByLabel('Kind of events 0').selectOption('clue.answered.v1');
  await page.getByLabel('answer', { exact: true }).fill('x'.repeat(300));
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(log).toContainText('"contract"');
  await page.getByLabel('Message', { exact: true }).selectOption('board:get');
  await page.getByLabel('limit (optional)').fill('1000');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(log).toContainText('refused');
  await expect(log).toContainText('"malformed"');
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(page.getByText('not connected')).toBeVisible();
});

/** Keys are heard as soon as the page follows what happens. */
async function openEvents(page: Page): Promise<void> {
  await page.goto('/events');
  await expect(page.getByText('● live')).toBeVisible();
}

async function joinHarbour(page: Page): Promise<void> {
  await page.getByLabel('Hunt', { exact: true }).selectOption('harbour-night');
  await page.getByRole('button', { name: 'Join as a test player' }).click();
  await expect(page.getByText('as team')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeEnabled();
}

/** Whether this answers the loading of a page, not a fetch of what a page shows. */
function isDocument(response: Response, pathname: string): boolean {
  const request = response.request();
  return request.isNavigationRequest() && new URL(response.url()).pathname === pathname;
}
