/** A draft becomes a version, and goes back; two designers who publish at once; a review. */
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { v7 as uuid } from 'uuid';
import { newHunt, saved, saveText } from '../fixtures/design.js';
import { postEvent, publishHunt } from '../fixtures/door.js';
import { picture } from '../fixtures/screens.js';
import { expectSound, SIZES } from '../fixtures/sound.js';
import { invite, join } from '../fixtures/staff.js';
import { expect, test } from '../fixtures/trove.js';

async function scan(hunt: string, team: string): Promise<void> {
  const event = { specversion: '1.0', id: uuid(), source: '/cli', type: 'code.scanned.v1' };
  const said = { time: new Date().toISOString(), hunt, player: team, team };
  expect(await postEvent({ ...event, ...said, data: { code: 'CLOCK' } })).toBe(202);
}

const publish = (page: Page) => page.getByRole('button', { name: /^Publish as version/ });

test('a designer publishes, looks at what changes, and takes it back', async ({ page }) => {
  const slug = await newHunt(page, 'QR scavenger', `Hunt ${randomUUID()}`);
  await page.goto(`/hunts/${slug}/versions`);
  await publish(page).click();
  await expect(page.getByText('Version 1 is live')).toBeVisible();
  await expect(page.getByText('The draft is what is live: nothing to publish.')).toBeVisible();

  await retitle(page, slug, 'Another title');
  await page.goto(`/hunts/${slug}/versions`);
  await expect(page.getByText('The hunt is called "Another title"')).toBeVisible();
  await page.getByRole('button', { name: /^Field by field/ }).click();
  await expect(page.getByRole('cell', { name: 'title', exact: true })).toBeVisible();
  await publish(page).click();
  await expect(page.getByText('Version 2 is live')).toBeVisible();

  // What the draft changes is told anew and moves what is below it: a click meanwhile may miss.
  await expect(page.getByText('nothing to publish')).toBeVisible();
  await page.getByRole('button', { name: 'Make it live again' }).click();
  await expect(page.getByText('Version 3 is live')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'v3' })).toContainText('● live');
});

for (const viewport of SIZES) {
  test.describe(`taking a version into the draft, at ${viewport.width}`, () => {
    test.use({ viewport });

    test('asks for what no version has, and can be undone', async ({ page }) => {
      const slug = `taken-${viewport.width}`;
      const clues = [{ id: 'clock', title: 'The clock', points: 20, find: { code: 'CLOCK' } }];
      const hunt = { trove: 1, slug, joinCode: 'TAKEN', clues };
      for (const title of ['As it was', 'With a fault']) await publishHunt({ ...hunt, title });
      await page.goto(`/hunts/${slug}/versions`);
      await page.getByRole('button', { name: 'Start a draft' }).click();
      const same = page.getByText('The draft is what is live: nothing to publish.');
      await expect(same).toBeVisible();
      const first = page.getByRole('listitem').filter({ hasText: /^v1/ });
      await first.getByRole('button', { name: 'Take it into the draft' }).click();
      await expect(page.getByText('The draft is version 1 now.')).toBeVisible();
      await expect(page.getByText('The hunt is called "As it was"')).toBeVisible();
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect(same).toBeVisible();
      await expectSound(page);

      await saved(page);
      await page.goto(`/hunts/${slug}/text`);
      await saveText(page, (text) => text.replace('With a fault', 'Half done'));
      await page.goto(`/hunts/${slug}/versions`);
      await expect(page.getByText('The hunt is called "Half done"')).toBeVisible();
      await first.getByRole('button', { name: 'Take it into the draft' }).click();
      const asked = page.getByRole('alertdialog', { name: 'Take version 1 into the draft?' });
      await expectSound(page);
      await asked.getByRole('button', { name: 'Take it' }).click();
      await expect(page.getByText('The hunt is called "As it was"')).toBeVisible();
      await publish(page).click();
      await expect(page.getByText('Version 3 is live')).toBeVisible();
    });
  });
}

for (const viewport of SIZES) {
  test.describe(`what was played, at ${viewport.width}`, () => {
    test.use({ viewport });

    test('a designer sees whose points move before it counts', async ({ page }) => {
      const slug = `again-${viewport.width}`;
      const clues = [{ id: 'clock', title: 'The clock', points: 20, find: { code: 'CLOCK' } }];
      await publishHunt({ trove: 1, slug, title: 'Once more', joinCode: 'MORE', clues });
      for (const team of ['herons', 'otters']) await scan(slug, team);
      await page.goto(`/hunts/${slug}/text`);
      await page.getByRole('button', { name: 'Start a draft' }).click();
      await saveText(page, (text) => text.replace(/"?points"?: ?20/, '"points": 55'));
      await page.goto(`/hunts/${slug}/versions`);
      await page.getByLabel('Also for what was played').check();
      await page.getByRole('button', { name: 'Show what it would move' }).click();
      const also = page.getByRole('button', { name: 'Publish as version 2, also for what was' });
      await expect(also).toBeVisible({ timeout: 30_000 });
      await expect(page.getByText('+70 and 0')).toBeVisible();
      await expectSound(page);
      await picture(page, `versions-retroactive-${viewport.width}`);
      await also.click();
      const placed = page.getByText('In place: the points of 2 teams have moved.');
      await expect(placed).toBeVisible({ timeout: 30_000 });
      await expect(page.getByRole('listitem').filter({ hasText: 'v2' })).toContainText('● live');
      await expectSound(page);
      await page.goto(`/hunts/${slug}`);
      await expect(page.getByRole('cell', { name: '55', exact: true })).toHaveCount(2);
    });
  });
}

test('of two designers who publish at once one wins, and the other is told', async ({
  page,
  browser,
}) => {
  const slug = await newHunt(page, 'Linear trail', `Hunt ${randomUUID()}`);
  const email = `grace-${Date.now()}@trove.test`;
  const link = await invite(page, { email, role: 'designer' });
  const context = await join(browser, { link, email });
  const theirs = await context.newPage();
  await page.goto(`/hunts/${slug}/versions`);
  await theirs.goto(`/hunts/${slug}/versions`);
  await expect(publish(page)).toBeEnabled();
  await expect(publish(theirs)).toBeEnabled();
  await Promise.all([publish(page).click(), publish(theirs).click()]);
  const both = [page, theirs];
  const told = async (words: RegExp) => {
    const counts = await Promise.all(both.map((one) => one.getByText(words).count()));
    return counts.filter((count) => count > 0).length;
  };
  await expect.poll(() => told(/Version 1 is live, judged/)).toBe(1);
  // Whoever comes second is told, by how close they were: nothing was overwritten unseen.
  const second = /nothing was published|has published version 1 meanwhile|has changed this draft/;
  await expect.poll(() => told(second)).toBe(1);
  await page.reload();
  await expect(page.getByRole('listitem').filter({ hasText: /^v\d/ })).toHaveCount(1);
  await context.close();
});

test('a draft that needs a review waits for somebody else', async ({ page, browser }) => {
  const slug = await newHunt(page, 'Geofence rally', `Hunt ${randomUUID()}`);
  await page.goto(`/hunts/${slug}/versions`);
  await page.getByLabel('Somebody else has to review it first').click();
  await expect(page.getByText('Publishing waits for somebody else’s review')).toBeVisible();
  await expect(publish(page)).toBeDisabled();
  await page.getByLabel('What you think of it').fill('Mine is fine');
  await page.getByRole('button', { name: 'It is good' }).click();
  await expect(page.getByText('Some of it is yours')).toBeVisible();

  const email = `reviewer-${Date.now()}@trove.test`;
  const context = await join(browser, {
    link: await invite(page, { email, role: 'designer' }),
    email,
  });
  const theirs = await context.newPage();
  await theirs.goto(`/hunts/${slug}/versions`);
  await theirs.getByLabel('What you think of it').fill('Short and clear');
  await theirs.getByRole('button', { name: 'It is good' }).click();
  await expect(theirs.getByText('Reviewed: this very state')).toBeVisible();
  await page.goto(`/hunts/${slug}/versions`);
  await expect(page.getByText(`Reviewed by ${email}: Short and clear`)).toBeVisible();
  await publish(page).click();
  await expect(page.getByText('Version 1 is live')).toBeVisible();
  await context.close();
});

test('who asks for a review is not its author: the author may not give it', async ({
  page,
  browser,
}) => {
  const slug = await newHunt(page, 'Geofence rally', `Hunt ${randomUUID()}`);
  const email = `asks-${Date.now()}@trove.test`;
  const link = await invite(page, { email, role: 'designer' });
  const context = await join(browser, { link, email });
  const theirs = await context.newPage();
  await theirs.goto(`/hunts/${slug}/versions`);
  await theirs.getByLabel('Somebody else has to review it first').click();
  await expect(theirs.getByText('Publishing waits for somebody else’s review')).toBeVisible();
  await page.goto(`/hunts/${slug}/versions`);
  await page.getByLabel('What you think of it').fill('Mine is fine');
  await page.getByRole('button', { name: 'It is good' }).click();
  await expect(page.getByText('Some of it is yours')).toBeVisible();
  await theirs.getByLabel('What you think of it').fill('Short and clear');
  await theirs.getByRole('button', { name: 'It is good' }).click();
  await expect(theirs.getByText('Reviewed: this very state')).toBeVisible();
  await context.close();
});

test('a review can’t be waved off by whom it holds, nor given for a part of one’s own', async ({
  page,
  browser,
}) => {
  const slug = await newHunt(page, 'Geofence rally', `Hunt ${randomUUID()}`);
  await page.goto(`/hunts/${slug}/versions`);
  await page.getByLabel('Somebody else has to review it first').click();
  await expect(page.getByText('Publishing waits for somebody else’s review')).toBeVisible();
  const email = `holds-${Date.now()}@trove.test`;
  const link = await invite(page, { email, role: 'designer' });
  const context = await join(browser, { link, email });
  const theirs = await context.newPage();
  await theirs.goto(`/hunts/${slug}/versions`);
  await expect(theirs.getByLabel('Somebody else has to review it first')).toBeDisabled();
  await expect(theirs.getByText('asked for it: only they or an admin')).toBeVisible();
  await picture(theirs, 'versions-review-held');

  await retitle(theirs, slug, 'One comma,');
  await page.goto(`/hunts/${slug}/versions`);
  await page.getByLabel('What you think of it').fill('Mine is fine');
  await page.getByRole('button', { name: 'It is good' }).click();
  await expect(page.getByText('Some of it is yours')).toBeVisible();
  await page.getByLabel('Somebody else has to review it first').click();
  await expect(page.getByText('It can be published without a review.')).toBeVisible();
  await context.close();
});

test('a text that is no hunt file is refused, and nothing of it is saved', async ({ page }) => {
  const slug = await newHunt(page, 'QR scavenger', `Hunt ${randomUUID()}`);
  await page.goto(`/hunts/${slug}/text`);
  const text = page.getByLabel('Hunt file', { exact: true });
  const before = await text.inputValue();
  for (const wrong of ['clues: [', 'just words', 'slug: another\ntrove: 1\n', bombOf(30)]) {
    await text.fill(wrong);
    await page.getByRole('button', { name: 'Save the text' }).click();
    await expect(page.getByText(/nothing was saved|The file names the hunt/)).toBeVisible();
    await page.getByRole('button', { name: 'Back to what is saved' }).click();
  }
  await page.reload();
  await expect(text).toHaveValue(before);
});

/** Aliases that would expand to more than any machine holds. */
function bombOf(levels: number): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < levels; level += 1) {
    lines.push(
      `a${level}: &a${level} [${Array(9)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    );
  }
  return lines.join('\n');
}

async function retitle(page: Page, slug: string, title: string): Promise<void> {
  await page.goto(`/hunts/${slug}/text`);
  await saveText(page, (text) => text.replace(/^title: .*$/m, `title: ${title}`));
}
