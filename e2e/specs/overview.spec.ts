/** The overview moves while the crowd plays, stands still when paused, and opens what is behind. */
import type { Page } from '@playwright/test';
import { publishHunt } from '../fixtures/door.js';
import { expect, test } from '../fixtures/trove.js';

const PANELS = [
  'Events by outcome',
  'Latency',
  'Recommendations served · followed',
  'Lag by partition',
  'Quality against ground truth',
  'Time each check adds',
  'Live feed',
];

const RESTED = {
  trove: 1,
  slug: 'rested',
  title: 'Published while charts rest',
  clues: [{ id: 'gate', title: 'The gate', points: 20, find: { code: 'GATE' } }],
};

test.beforeEach(async ({ page }) => {
  await page.goto('/');
  await expect(liveBadge(page)).toBeVisible();
});

test('every panel shows data', async ({ page }) => {
  for (const name of PANELS) {
    await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
  }
  await expect(feedOf(page).getByText('accepted').first()).toBeVisible();
});

test('the feed moves while the crowd plays', async ({ page }) => {
  await expect(feedOf(page).getByText('accepted').first()).toBeVisible();
  const before = await timesOf(page);
  await expect.poll(() => timesOf(page)).not.toEqual(before);
});

test('pausing freezes what is shown and counts what waits', async ({ page }) => {
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page).toHaveURL(/paused/);
  const before = await timesOf(page);
  await expect(page.getByRole('button', { name: /^Go on \+[1-9].* new$/ })).toBeVisible();
  expect(await timesOf(page)).toEqual(before);
  await page.keyboard.press('Space');
  await expect(liveBadge(page)).toBeVisible();
});

test('a chart that nobody sees rests, until it comes into view or is printed', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 400 });
  const seen = drawingOf(page, 'Events by outcome');
  const resting = drawingOf(page, 'Lag by partition');
  await resting.scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollTo(0, 0));
  for (let turn = 0; turn < 2; turn += 1) {
    const before = await seen.innerHTML();
    await expect.poll(() => seen.innerHTML()).not.toBe(before);
  }
  // What was drawn before it had left may come once more.
  const settled = await resting.innerHTML();
  // Neither new figures draw it anew, nor a mark that all charts get.
  expect(await publishHunt(RESTED)).toBe(201);
  const marked = expect.poll(() => seen.innerHTML(), { timeout: 40_000 });
  await marked.toContain('rested version 1 published');
  expect(await resting.innerHTML()).toBe(settled);
  const printed = await resting.evaluate((drawing) => {
    dispatchEvent(new Event('beforeprint'));
    const drawn = drawing.innerHTML;
    dispatchEvent(new Event('afterprint'));
    return drawn;
  });
  expect(printed).not.toBe(settled);
  const later = await seen.innerHTML();
  await expect.poll(() => seen.innerHTML()).not.toBe(later);
  expect(await resting.innerHTML()).toBe(printed);
  await resting.scrollIntoViewIfNeeded();
  await expect.poll(() => resting.innerHTML()).not.toBe(printed);
});

test('a chart is also a table', async ({ page }) => {
  await page.getByRole('button', { name: 'Events by outcome as a table' }).click();
  const table = page.getByRole('table', { name: /Events by outcome/ });
  await expect(table.getByRole('columnheader', { name: 'accepted' })).toBeVisible();
  await expect(table.getByRole('row').nth(1)).toBeVisible();
});

test('a moment of a chart opens the events behind it, with keys alone', async ({ page }) => {
  await page.getByRole('button', { name: 'Events by outcome as a table' }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  const table = page.getByRole('table', { name: /Events by outcome/ });
  await table.getByRole('row').nth(8).getByRole('button').focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: /^Behind/ });
  await expect(sheet.getByText(/[1-9][\d,]* events?/).first()).toBeVisible();
  const events = sheet.getByRole('list', { name: 'Events behind the point' });
  await expect(events.getByRole('button').first()).toBeVisible();
});

for (const press of ['click', 'tap'] as const) {
  test.describe(`a ${press} on a chart`, () => {
    const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
    if (press === 'tap') test.use(phone);

    test('opens the events of that moment, with no move before it', async ({ page }) => {
      await page.getByRole('button', { name: 'Pause' }).click();
      await expect(page).toHaveURL(/paused/);
      for (const panel of ['Events by outcome', 'Lag by partition']) {
        const drawing = drawingOf(page, panel);
        await drawing.scrollIntoViewIfNeeded();
        const box = await drawing.boundingBox();
        const plot = await drawing.locator('.recharts-cartesian-grid').boundingBox();
        if (plot === null || box === null) throw new Error(`${panel} has no plot`);
        const place = { x: plot.x - box.x + plot.width * 0.9, y: plot.height / 2 };
        await drawing[press]({ position: place });
        const sheet = page.getByRole('dialog', { name: /^Behind/ });
        await expect(sheet.getByText(/^(the newest )?[\d,]+ events?/).first()).toBeVisible();
        await page.keyboard.press('Escape');
        await expect(sheet).toBeHidden();
      }
    });
  });
}

test('a moment tells what was refused in it, and leads to just that', async ({ page }) => {
  await page.goto('/?window=60');
  await page.getByRole('button', { name: 'Events by outcome as a table' }).click();
  const table = page.getByRole('table', { name: /Events by outcome/ });
  await expect(table.getByRole('columnheader', { name: 'invalid' })).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page).toHaveURL(/paused/);
  const heads = await table.getByRole('columnheader').allTextContents();
  const rows = table.getByRole('row');
  const cells = await rows.evaluateAll((all, column) => {
    return all.map((row) => row.querySelectorAll('th, td')[column]?.textContent ?? '');
  }, heads.indexOf('invalid'));
  // The oldest: what it counts is in PostgreSQL by now.
  const spike = cells.findLastIndex((cell) => /[1-9]/.test(cell));
  expect(spike).toBeGreaterThan(0);
  await rows.nth(spike).getByRole('button').click();
  const sheet = page.getByRole('dialog', { name: /^Behind/ });
  await expect(sheet.getByText(/[1-9]\d* events? refused/)).toBeVisible();
  await sheet.getByRole('link', { name: 'Open in Quarantine' }).click();
  await expect(page).toHaveURL(/\/quarantine\?.*from=\d+&to=\d+/);
  const refused = page.getByRole('list', { name: 'Refused events' });
  await expect(refused.getByRole('button').first()).toBeVisible();
});

test('quality of the injected traffic is shown by class, and as the matrix behind it', async ({
  page,
}) => {
  const panel = page.getByRole('region', { name: 'Quality against ground truth' });
  await expect(panel.getByText('Measured on injected traffic')).toBeVisible();
  const classes = panel.getByRole('table', { name: /Precision and recall/ });
  for (const name of ['duplicates exact', 'conflicts exact', 'contract errors exact']) {
    await expect(classes.getByRole('row', { name })).toContainText('100 %');
  }
  await panel.getByRole('button', { name: 'Quality against ground truth as a table' }).click();
  const matrix = panel.getByRole('table', { name: /what they were called/ });
  await expect(matrix.getByRole('columnheader', { name: 'duplicate' })).toBeVisible();
  await expect(matrix.getByRole('row', { name: /^retry/ })).toContainText(/[1-9]/);
});

test('an event of the feed opens in place', async ({ page }) => {
  await feedOf(page).getByRole('button', { expanded: false }).first().click();
  await expect(feedOf(page).getByRole('button', { expanded: true })).toBeVisible();
});

const liveBadge = (page: Page) => page.getByText('● live', { exact: true });

const feedOf = (page: Page) => page.getByRole('region', { name: 'Live feed' });

const timesOf = (page: Page) => feedOf(page).getByRole('time').allTextContents();

function drawingOf(page: Page, panel: string) {
  return page.getByRole('region', { name: panel, exact: true }).locator('svg.recharts-surface');
}
