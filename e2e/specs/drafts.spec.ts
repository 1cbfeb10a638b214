/** What designers write is not lost: by each other, by a mend, or by going away and back. */
import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { newHunt, saved, saveText } from '../fixtures/design.js';
import { invite, join } from '../fixtures/staff.js';
import { expect, test } from '../fixtures/trove.js';

const titleOf = (page: Page) => page.getByLabel('Title', { exact: true });
const textOf = (page: Page) => page.getByLabel('Hunt file', { exact: true });

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

async function openTab(page: Page, name: string): Promise<void> {
  const tabs = page.getByRole('navigation', { name: 'Tabs of this hunt' });
  await tabs.getByRole('link', { name, exact: true }).click();
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
  await expect(page.getByRole('row', { name: /^Select Their well/ })).toBeVisible();
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

test('a text that is being written outlives a mend, an undo and other tabs', async ({ page }) => {
  const slug = await newHunt(page, 'Linear trail', `Hunt ${randomUUID()}`);
  const title = `Mine ${randomUUID()}`;
  await openClue(page, slug, 1);
  await write(titleOf(page), 'To be undone');
  await saved(page);
  await openTab(page, 'Text');
  await saveText(page, (text) => text.replace("'solved'", "'sovled'"));
  await expect(page.getByText('1 mistake')).toBeVisible();
  const before = await textOf(page).inputValue();
  await textOf(page).fill(before.replace(/^title: .*$/m, `title: ${title}`));
  await page.getByRole('button', { name: 'Mend it' }).click();
  await expect(page.getByText('nothing to mend')).toBeVisible();
  await expect(textOf(page)).toHaveValue(new RegExp(title));
  await page.getByRole('button', { name: 'Undo' }).click();
  await saved(page);
  await openTab(page, 'Clues');
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.goBack();
  await page.getByRole('link', { name: 'a text is not saved' }).click();
  await expect(textOf(page)).toHaveValue(new RegExp(title));
  await page.getByRole('button', { name: 'Save the text' }).click();
  await expect(page.getByRole('button', { name: 'Save the text' })).toBeDisabled();
  await page.reload();
  await expect(textOf(page)).toHaveValue(new RegExp(title));
  await expect(textOf(page)).not.toHaveValue(/sovled|To be undone/);
});

test('a field that is left by a click on a mend is saved beside the mend', async ({ page }) => {
  await newHunt(page, 'Linear trail', `Hunt ${randomUUID()}`);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await write(page.getByLabel('Points', { exact: true }), '0');
  await expect(page.getByText('1 warning')).toBeVisible();
  await saved(page);
  await titleOf(page).fill('Written a moment before');
  await page.getByRole('button', { name: 'Mend it' }).click();
  await expect(page.getByLabel('Points', { exact: true })).toHaveValue('10');
  await saved(page);
  await page.reload();
  await expect(titleOf(page)).toHaveValue('Written a moment before');
  await expect(page.getByLabel('Points', { exact: true })).toHaveValue('10');
});

test('Back shows the draft as it is by now, and it goes on from there', async ({
  page,
  context,
}) => {
  const slug = await newHunt(page, 'Linear trail', `Hunt ${randomUUID()}`);
  await openClue(page, slug, 1);
  await write(titleOf(page), 'Changed before leaving');
  await saved(page);
  await page.getByRole('link', { name: 'Overview' }).click();
  const other = await context.newPage();
  await openClue(other, slug, 2);
  await write(titleOf(other), 'Changed meanwhile');
  await saved(other);
  await page.goBack();
  await expect(titleOf(page)).toHaveValue('Changed before leaving');
  await expect(page.getByRole('row', { name: /^Select Changed meanwhile/ })).toBeVisible();
  await write(titleOf(page), 'Changed after coming back');
  await saved(page);
  await page.reload();
  await expect(titleOf(page)).toHaveValue('Changed after coming back');
  await expect(page.getByRole('row', { name: /^Select Changed meanwhile/ })).toBeVisible();
});
