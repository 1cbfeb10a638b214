/** A designer tries events on the draft, sees every clause, and keeps one as a fixture. */
import type { Page } from '@playwright/test';
import { newHunt, saved } from '../fixtures/design.js';
import { expectSound, SIZES } from '../fixtures/sound.js';
import { expect, test } from '../fixtures/trove.js';

const tried = (page: Page) => page.getByRole('region', { name: /^What would come of it/ });
const fixtures = (page: Page) => page.getByRole('region', { name: 'Fixtures' });
const attempt = (page: Page) => page.getByRole('button', { name: 'Try it, without effect' });

/** Tries an event on the draft of a new hunt, filled in as what solves its first clue. */
async function openTry(page: Page, title: string): Promise<string> {
  const slug = await newHunt(page, 'QR scavenger', title);
  await page.goto(`/hunts/${slug}/try`);
  await expect(page.getByLabel('code', { exact: true })).toHaveValue('DOOR-4412');
  return slug;
}

async function keep(page: Page, name: string): Promise<void> {
  await page.getByLabel('Keep it as a fixture').focus();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

for (const viewport of SIZES) {
  test.describe(`trying at ${viewport.width}`, () => {
    test.use({ viewport });

    test('an event is tried, kept as a fixture, renamed and deleted', async ({ page }) => {
      await openTry(page, `Try ${viewport.width}`);
      await page.getByLabel('code', { exact: true }).press('Enter');
      await expect(tried(page)).toContainText('solved');
      const rules = tried(page).getByRole('list', { name: 'Rules' });
      await expect(rules).toContainText('first-findfired');
      await expect(rules).toContainText('clue.solves = 1');
      await expect(tried(page)).toContainText('0 → 15');
      await expect(tried(page)).toContainText('keen-eye');
      await expect(tried(page)).toContainText('Told to try');
      await expectSound(page);

      await keep(page, 'the first find pays more');
      const rows = fixtures(page).getByRole('listitem');
      await expect(rows.first()).toContainText('passes');
      await keep(page, 'the first find pays more');
      await expect(page.getByText('There is a fixture “the first find pays more”')).toBeVisible();
      await page.getByRole('button', { name: 'Rename the first find pays more' }).press('Enter');
      await page.getByLabel('New name').focus();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('fifteen');
      await page.keyboard.press('Enter');
      await expect(rows.first()).toContainText('fifteen');
      await saved(page);
      await page.getByRole('button', { name: 'Delete fifteen' }).press('Enter');
      await expect(fixtures(page).getByText('No fixtures yet.')).toBeVisible();
      await saved(page);
    });
  });
}

test('two teams are tried side by side, with what they have done', async ({ page }) => {
  await openTry(page, 'Two tries');
  await page.getByRole('button', { name: 'Another team beside it' }).click();
  const second = page.getByRole('region', { name: 'Beside it' });
  await second.getByLabel('Points', { exact: true }).fill('30');
  await second.getByLabel('Other teams that have solved each clue').fill('4');
  await second.getByLabel('A book about bees').check();
  await attempt(page).click();
  await expect(tried(page)).toHaveCount(2);
  await expect(tried(page).nth(0)).toContainText('0 → 15');
  await expect(tried(page).nth(1)).toContainText('30 → 40');
  await expect(tried(page).nth(1)).toContainText('clue.solves = 5');
  await expect(tried(page).nth(1)).toContainText('A fixture begins with an empty hunt');
  await expectSound(page);
});

test('a team that plays is tried as it stands, and a stranger is told of', async ({ page }) => {
  await page.goto('/hunts/harbour-night/try');
  const start = page.getByRole('button', { name: 'Start a draft' });
  await expect(attempt(page).or(start)).toBeVisible();
  if (await start.isVisible()) await start.click();
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
  await openTry(page, 'Bad tries');
  await page.getByLabel('The team …').selectOption('clue.answered.v1');
  const answer = page.getByLabel('answer', { exact: true });
  await answer.fill('a'.repeat(10_240));
  await attempt(page).click();
  await expect(page.getByText(/The door would refuse this event: answer/)).toBeVisible();
  await answer.fill('a'.repeat(20_000));
  await attempt(page).click();
  await expect(page.getByText(/This can’t be tried/)).toBeVisible();
  await answer.fill('piano');
  await page.getByLabel('clue', { exact: true }).selectOption('riddle');
  await page.getByLabel('At, UTC').fill('9999-12-31T23:59:59');
  await attempt(page).click();
  await expect(tried(page)).toContainText('locked');
});

test('a fixture of a clue that is gone says so, and the others are run', async ({ page }) => {
  const slug = await openTry(page, 'Gone fixtures');
  await attempt(page).click();
  await expect(tried(page)).toContainText('solved');
  await keep(page, 'a sound one');
  await expect(fixtures(page).getByText('passes')).toBeVisible();
  await saved(page);
  await page.goto(`/hunts/${slug}/text`);
  const text = page.getByLabel('Hunt file', { exact: true });
  const before = await text.inputValue();
  const gone =
    '\n  - name: of a clue that is gone\n    events:\n' +
    '      - { team: herons, scan: X, expect: { clue: no-such-clue } }\n';
  await text.fill(before.trimEnd() + gone);
  await page.getByRole('button', { name: 'Save the text' }).click();
  await expect(page.getByText('There is no clue "no-such-clue".').first()).toBeVisible();
  await page.goto(`/hunts/${slug}/try`);
  const rows = fixtures(page).getByRole('listitem');
  await expect(rows.filter({ hasText: 'a sound one' })).toContainText('passes');
  const broken = rows.filter({ hasText: 'of a clue that is gone' }).first();
  await expect(broken).toContainText('broken');
  await expect(broken).toContainText('There is no clue "no-such-clue".');
  await page.getByRole('button', { name: 'Delete of a clue that is gone' }).click();
  await expect(broken).toHaveCount(0);
  await saved(page);
});
