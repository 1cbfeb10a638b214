/** What designers write is not lost, however they come in each other’s way. */
import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { newHunt, saved } from '../fixtures/design.js';
import { invite, join } from '../fixtures/staff.js';
import { expect, test } from '../fixtures/trove.js';

const titleOf = (page: Page) => page.getByLabel('Title', { exact: true });

/** Fills a field and leaves it, so that it is saved. */
async function write(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.press('Tab');
}

async function openClue(page: Page, slug: string, number: number): Promise<void> {
  await page.goto(`/hunts/${slug}/clues?clue=${number}`);
  await expect(titleOf(page)).toBeVisible();
  await saved(page);
}

test('changes of two designers go together; of one field, one is kept aside', async ({
  page,
  browser,
}) => {
  const slug = await newHunt(page, 'Linear trail', `Hunt ${randomUUID()}`);
  const email = `second-${Date.now()}@trove.test`;
  const link = await invite(page, { email, role: 'designer' });
  const context = await join(browser, { link, email });
  const theirs = await context.newPage();
  await openClue(page, slug, 1);
  await openClue(theirs, slug, 2);
  await write(titleOf(theirs), 'Their well');
  await saved(theirs);
  await write(titleOf(page), 'My first step');
  await expect(page.getByRole('row', { name: /Their well/ })).toBeVisible();
  await saved(page);
  await expect(titleOf(page)).toHaveValue('My first step');

  await openClue(theirs, slug, 1);
  await expect(titleOf(theirs)).toHaveValue('My first step');
  await write(titleOf(theirs), 'Their first step');
  await saved(theirs);
  await write(titleOf(page), 'My own first step');
  const kept = page.getByRole('region', { name: 'What is not saved' });
  await expect(kept).toContainText('My own first step');
  await expect(titleOf(page)).toHaveValue('Their first step');
  await kept.getByRole('button', { name: 'Put it back' }).click();
  await expect(kept).toBeHidden();
  await saved(page);
  await page.reload();
  await expect(titleOf(page)).toHaveValue('My own first step');
  await context.close();
});
