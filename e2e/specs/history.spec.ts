/** A stretch of time is zoomed to and shared by its address; what was published is marked on it. */
import type { Page } from '@playwright/test';
import { publishHunt } from '../fixtures/door.js';
import { expect, test } from '../fixtures/trove.js';

const TITLE = 'Events by outcome';

test('a drag zooms, the frozen link shows the same later, Esc goes back', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await expect.poll(() => page.locator(`${chart} .recharts-area path`).count()).toBeGreaterThan(0);

  await dragOver(page);
  await expect(page).toHaveURL(/range=\d{4}-\d\d-\d\dT[^&]+&paused=true/);
  await expect(page.getByText(/one point is 10 s/)).toBeVisible();
  await page.getByRole('button', { name: `${TITLE} as a table` }).click();
  // The end of the range is still being written: its last points come within seconds.
  await expect.poll(() => rowsOf(page), { timeout: 40_000 }).toHaveLength(pointsOf(page.url()));
  const rows = await rowsOf(page);
  expect(rows.some((text) => /[1-9]/.test(text.slice('00:00:00'.length)))).toBe(true);

  await page.reload();
  await page.getByRole('button', { name: `${TITLE} as a table` }).click();
  await expect.poll(() => rowsOf(page)).toEqual(rows);
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: `${TITLE} as a table` }).click();
  await expect.poll(() => rowsOf(other)).toEqual(rows);

  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/range=|paused=/);
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
});

test('keys and fields choose a range too', async ({ page }) => {
  await page.goto('/?window=60');
  await expect(page.getByText(/one point is 10 s/)).toBeVisible();
  await page.keyboard.press('+');
  await expect(page).toHaveURL(/range=/);
  const before = page.url();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(page).not.toHaveURL(before);

  await page.getByRole('button', { name: 'Choose a range of time' }).click();
  const dialog = page.getByRole('dialog', { name: 'A range of time' });
  await dialog.getByLabel('From').fill('2026-01-02T10:00:00');
  await dialog.getByLabel('To').fill('2026-01-02T09:00:00');
  await dialog.getByRole('button', { name: 'Show' }).click();
  await expect(dialog.getByRole('alert')).toHaveText(/begin before it ends/);
  await dialog.getByLabel('To').fill('2026-01-02T11:00:00');
  await dialog.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/range=2026-01-0/);
  await expect(region(page).getByText(/No event has come in this window/)).toBeVisible();
});

test('a publication is marked on charts and in their tables', async ({ page }) => {
  const slug = `marked-${Date.now()}`;
  const clues = [{ id: 'clock', title: 'The clock', points: 20, find: { code: 'CLOCK' } }];
  await publishHunt({ trove: 1, slug, title: 'Marked', joinCode: 'MARKED', clues });
  const says = `${slug} version 1 published`;
  await page.goto('/?window=60');
  const flag = page.locator(`${chart} .recharts-mark title`, { hasText: says });
  await expect(flag).toHaveCount(1, { timeout: 40_000 });

  await page.getByRole('button', { name: `${TITLE} as a table` }).click();
  const table = page.getByRole('table', { name: TITLE });
  await expect(table.getByRole('columnheader', { name: 'marks' })).toBeVisible();
  // Its point is a row once it is over and written.
  const row = table.getByRole('row').filter({ hasText: says });
  await expect(row).toHaveCount(1, { timeout: 40_000 });
});

const chart = `section[aria-label="${TITLE}"]`;

const region = (page: Page) => page.getByRole('region', { name: TITLE, exact: true });

/** From the left end of the plot to its right end. */
async function dragOver(page: Page): Promise<void> {
  const plot = await page.locator(`${chart} .recharts-cartesian-grid`).boundingBox();
  if (plot === null) throw new Error('the chart has no plot');
  const y = plot.y + plot.height / 2;
  await page.mouse.move(plot.x + 5, y);
  await page.mouse.down();
  for (const share of [0.3, 0.6, 0.9, 0.99]) await page.mouse.move(plot.x + plot.width * share, y);
  await page.mouse.up();
}

/** Texts of the table's rows, without its head and without marks: those come by another way. */
async function rowsOf(page: Page): Promise<string[]> {
  const table = page.getByRole('table', { name: TITLE });
  return await table.evaluate((element) => {
    const [head, ...rows] = (element as HTMLTableElement).rows;
    const marks = [...(head?.cells ?? [])].findIndex((cell) => cell.textContent === 'marks');
    const told = (row: HTMLTableRowElement) => [...row.cells].filter((_, i) => i !== marks);
    return rows.map((row) =>
      told(row)
        .map((cell) => cell.textContent)
        .join(' '),
    );
  });
}

/** Points of ten seconds that the range of an address is widened to. */
function pointsOf(address: string): number {
  const range = new URL(address).searchParams.get('range') ?? '';
  const [from = 0, to = 0] = range.split('/').map((end) => Date.parse(end) / 10_000);
  return Math.ceil(to) - Math.floor(from);
}

test('an address that is cut off, or is of what has not come, says so', async ({ page }) => {
  await page.goto('/?range=2026-01-01T20:00');
  await expect(page.getByText('The range in this address can’t be read.')).toBeVisible();
  await page.goto('/?range=2199-01-01T20:00:00Z/2199-01-01T21:00:00Z');
  await expect(page.getByText('This has not come yet.')).toBeVisible();
});
