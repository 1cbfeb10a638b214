/** A designer tries events on the draft, sees every clause, and keeps one as a fixture. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openDraft, pressAt, tabTo } from '../fixtures/drafts.js';
import { expect, test } from '../fixtures/trove.js';

const SERIOUS = ['serious', 'critical'];

/** Going through a screen by Tab takes as many presses as it has places. */
test.describe.configure({ timeout: 180_000 });

const tried = (page: Page) => page.getByRole('region', { name: /^What would come of it/ });
const fixtures = (page: Page) => page.getByRole('region', { name: 'Fixtures' });
const attempt = (page: Page) => page.getByRole('button', { name: 'Try it, without effect' });
const saved = (page: Page) => page.getByText('Saved', { exact: true });

/** Fills in what solves a clue by typing the beginning of its title. */
async function fillIn(page: Page, title: string): Promise<void> {
  await tabTo(page, page.getByLabel('Fill in what solves').first());
  await page.keyboard.type(title);
}

for (const width of [1280, 390]) {
  test.describe(`trying at ${width}`, () => {
    test.use({ viewport: { width, height: 844 } });

    test('an event is tried, kept as a fixture, renamed and deleted', async ({ page }) => {
      await openDraft(page, 'try');
      await fillIn(page, 'Warm at four');
      await pressAt(page, attempt(page));
      await expect(tried(page)).toContainText('solved');
      const rules = tried(page).getByRole('list', { name: 'Rules' });
      await expect(rules).toContainText('first-to-the-plate');
      await expect(rules).toContainText('clue.solves = 1');
      await expect(tried(page)).toContainText('0 → 20');
      await expect(tried(page)).toContainText('Told to try');

      const name = `a plate pays twenty at ${width}`;
      await tabTo(page, page.getByLabel('Keep it as a fixture'));
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
      const row = fixtures(page).getByRole('listitem').filter({ hasText: name });
      await expect(row.first()).toContainText('passes');
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.filter(({ impact }) => SERIOUS.includes(impact ?? ''));
      expect(found.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);

      await pressAt(page, page.getByRole('button', { name: `Rename ${name}` }));
      await tabTo(page, page.getByLabel('New name'));
      await page.keyboard.press('Control+A');
      await page.keyboard.type(`${name} again`);
      await page.keyboard.press('Enter');
      await pressAt(page, page.getByRole('button', { name: `Delete ${name} again` }));
      await expect(row).toHaveCount(0);
      await expect(saved(page)).toBeVisible();
    });
  });
}

test('two teams are tried side by side, with what they have done', async ({ page }) => {
  await openDraft(page, 'try');
  await fillIn(page, 'Warm at four');
  await page.getByRole('button', { name: 'Another team beside it' }).click();
  const second = page.getByRole('region', { name: 'Beside it' });
  await second.getByLabel('Points', { exact: true }).fill('30');
  await second.getByLabel('Counter plates').fill('3');
  await attempt(page).click();
  await expect(tried(page)).toHaveCount(2);
  await expect(tried(page).nth(0)).toContainText('plates 1');
  await expect(tried(page).nth(1)).toContainText('plates 4');
  await expect(tried(page).nth(1)).toContainText('brass-reader');
  await expect(tried(page).nth(1)).toContainText('A fixture begins with an empty hunt');
});

test('a team that plays is tried as it stands, and a stranger is told of', async ({ page }) => {
  await openDraft(page, 'try');
  await page.getByLabel('Team', { exact: true }).selectOption('real');
  const board = page.getByLabel('One of the board');
  await expect(board).toBeVisible();
  await board.selectOption({ index: 1 });
  await page.getByLabel('At, UTC').fill('2040-01-01T12:00:00');
  await attempt(page).click();
  await expect(tried(page)).toContainText(/Rank\d/);
  await page.getByLabel('Its id').fill('nobody-knows-them');
  await attempt(page).click();
  await expect(page.getByText('No team nobody-knows-them has played this hunt.')).toBeVisible();
});

test('bad input is told of, and nothing is kept', async ({ page }) => {
  await openDraft(page, 'try');
  await page.getByLabel('The team …').selectOption('clue.answered.v1');
  await page.getByLabel('answer', { exact: true }).fill('a'.repeat(10_240));
  await attempt(page).click();
  await expect(page.getByText(/The door would refuse this event: answer/)).toBeVisible();
  await page.getByLabel('answer', { exact: true }).fill('a'.repeat(20_000));
  await attempt(page).click();
  await expect(page.getByText(/This can’t be tried/)).toBeVisible();
  await page.getByLabel('answer', { exact: true }).fill('IIII');
  await page.getByLabel('At, UTC').fill('9999-12-31T23:59:59');
  await attempt(page).click();
  await expect(tried(page)).toContainText('Points');
});

test('a fixture of a clue that is gone says so, and the others are run', async ({ page }) => {
  await openDraft(page, 'text');
  const text = page.getByLabel('Hunt file', { exact: true });
  const before = await text.inputValue();
  const gone =
    '\n  - name: of a clue that is gone\n    events:\n' +
    '      - { team: herons, scan: X, expect: { clue: no-such-clue } }\n';
  await text.fill(before.trimEnd() + gone);
  await page.getByRole('button', { name: 'Save the text' }).click();
  await openDraft(page, 'try');
  const row = fixtures(page).getByRole('listitem').filter({ hasText: 'of a clue that is gone' });
  await expect(row.first()).toContainText('broken');
  await expect(row.first()).toContainText('There is no clue "no-such-clue".');
  await expect(fixtures(page).getByText('passes').first()).toBeVisible();
  await page.getByRole('button', { name: 'Delete of a clue that is gone' }).click();
  await expect(row).toHaveCount(0);
  await expect(saved(page)).toBeVisible();
});
