/** A hunt that is open in two tabs of one phone: they show and keep one list of what was sent. */
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { joinAs, openClue, openPhone, openScreen } from '../fixtures/phone.js';
import { CODE, publishPlayHunt } from '../fixtures/playHunt.js';
import { test } from '../fixtures/trove.js';

/** Older than what a tab takes for slow. */
const LONG_AGO_MS = 60_000;

/** Cuts one tab's network and leaves the other's. */
async function cutTab(context: BrowserContext, page: Page): Promise<() => Promise<void>> {
  const session = await context.newCDPSession(page);
  const set = async (offline: boolean) => {
    const rates = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
    await session.send('Network.emulateNetworkConditions', { offline, ...rates });
  };
  await session.send('Network.enable');
  await set(true);
  return () => set(false);
}

/** Does something, and waits until the tab has asked for an event that it did not send. */
async function askedForAgain(page: Page, act: () => Promise<void>): Promise<void> {
  const asked = page.waitForResponse((response) => response.status() === 404);
  await act();
  await asked;
}

const sent = (page: Page, clue: string) => page.getByRole('article').filter({ hasText: clue });

async function sendPlate(page: Page, code: string, says: string): Promise<void> {
  await openClue(page, 'The brass plate');
  await page.getByLabel('Or type the code').fill(code);
  await page.getByRole('button', { name: 'Send the code' }).click();
  await expect(page.getByRole('region', { name: 'Your tries' })).toContainText(says);
}

test('what waits in one tab is neither lost nor unknown in the other', async ({ browser }) => {
  const hunt = await publishPlayHunt();
  const { context, page: first, close } = await openPhone(browser);
  const nowMs = Date.now();
  await context.clock.setFixedTime(nowMs - LONG_AGO_MS);
  await first.goto(`/play/${hunt}#code=${CODE}`);
  await joinAs(first, { name: 'Ada' });
  const second = await context.newPage();
  await second.goto(`/play/${hunt}`);
  await expect(second.getByRole('heading', { name: 'Clues' })).toBeVisible();
  const giveBack = await cutTab(context, first);
  await expect(first.getByRole('link', { name: /^Connection:/ })).toContainText('No signal');
  await openClue(first, 'A clock with a mistake');
  await first.getByLabel('Your answer').fill('IIII');
  await first.getByRole('button', { name: 'Send answer' }).click();
  await expect(first.getByText('On your phone, waiting for a signal.')).toBeVisible();
  await context.clock.setFixedTime(nowMs);

  await test.step('the other tab shows it, and does not take it for lost', async () => {
    // Each result has the view read again, and at the end of it the server is asked for what may be
    // lost. It is asked again the next time only for what was not taken for lost.
    await askedForAgain(second, () => sendPlate(second, 'WRONG-1', 'belongs to no clue'));
    await askedForAgain(second, () => sendPlate(second, 'PRETZEL-4AM', '+10 points'));
    await expect(second.getByRole('banner')).toContainText('10 pts');
    await openScreen(second, '#/sent');
    await expect(sent(second, 'A clock')).toContainText('On your phone');
  });

  await giveBack();
  for (const page of [first, second]) {
    await openScreen(page, '#/sent');
    await expect(sent(page, 'A clock')).toContainText('Solved!', { timeout: 30_000 });
    await expect(sent(page, 'The brass plate')).toHaveCount(2);
  }
  await first.close();
  await second.reload();
  await openScreen(second, '#/sent');
  await expect(sent(second, 'A clock')).toContainText('Solved!');
  await expect(sent(second, 'The brass plate')).toHaveCount(2);
  await close();
});
