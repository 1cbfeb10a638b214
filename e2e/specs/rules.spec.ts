/** A designer writes rules by keyboard alone, as blocks and as code, and loses nothing. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openDraft, pressAt, tabTo } from '../fixtures/drafts.js';
import { expect, test } from '../fixtures/trove.js';

const SERIOUS = ['serious', 'critical'];

/** Going through a screen by Tab takes as many presses as it has places. */
test.describe.configure({ timeout: 180_000 });

async function expectQuiet(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.filter(({ impact }) => SERIOUS.includes(impact ?? ''));
  expect(found.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
  const sideways = await page.evaluate(() => {
    return document.documentElement.scrollWidth - document.documentElement.clientWidth;
  });
  expect(sideways).toBeLessThanOrEqual(0);
}

const order = (page: Page) => page.getByRole('region', { name: 'Judged in this order' });
const editor = (page: Page) => page.getByRole('region', { name: /^Rule \d+$/ });
const code = (page: Page) => page.getByRole('textbox', { name: 'Condition, in CEL' });
const saved = (page: Page) => page.getByText('Saved', { exact: true });

/** Writes a condition in place of the one there is. */
async function writeCode(page: Page, text: string): Promise<void> {
  await tabTo(page, code(page));
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Escape');
}

for (const width of [1280, 390]) {
  test.describe(`rules at ${width}`, () => {
    test.use({ viewport: { width, height: 844 } });

    test('a rule is made, worded, moved and taken away by keyboard alone', async ({ page }) => {
      await openDraft(page, 'rules');
      const rows = order(page).locator('[data-row]');
      await expect(rows.first()).toBeVisible();
      const before = await rows.count();
      await pressAt(page, order(page).getByRole('button', { name: 'Rule', exact: true }));
      await expect(rows).toHaveCount(before + 1);
      await expect(editor(page).getByRole('button', { name: 'new-rule' })).toBeVisible();

      await pressAt(page, editor(page).getByRole('button', { name: 'the verdict is solved' }));
      await page.keyboard.press('c');
      await writeCode(page, "verdict == 'solved' && clue.solves < 3");
      const phrase = editor(page).getByRole('button', { name: 'is less than 3' });
      await expect(phrase).toBeVisible();
      await expect(page.getByText('It needs the state of the whole hunt.')).toBeVisible();

      await pressAt(page, phrase);
      await page.keyboard.press('c');
      await expect(page.getByLabel('Value').last()).toHaveValue('3');
      await tabTo(page, page.getByLabel('Value').last());
      await page.keyboard.press('Control+A');
      await page.keyboard.type('5');
      await expect(editor(page).getByRole('button', { name: 'is less than 5' })).toBeVisible();

      await pressAt(page, editor(page).getByRole('button', { name: 'award 10 points' }));
      await tabTo(page, page.getByLabel('Points', { exact: true }));
      await page.keyboard.press('Control+A');
      await page.keyboard.type('25');
      await pressAt(page, page.getByRole('button', { name: 'Say something' }));
      const words = 'award 25 points and say “Well done!”, at most once per team.';
      await expect(editor(page).locator('p', { hasText: 'When a team' })).toContainText(words);

      await tabTo(page, rows.last());
      await page.keyboard.press('Alt+ArrowUp');
      await expect(rows.nth(before - 1)).toContainText('new-rule');
      await expect(rows.nth(before - 1)).toBeFocused();
      await expect(saved(page)).toBeVisible();
      await expectQuiet(page);

      await pressAt(page, page.getByRole('button', { name: 'Delete this rule' }));
      await expect(rows).toHaveCount(before);
      await expect(order(page).getByText('new-rule')).toHaveCount(0);
      await expect(saved(page)).toBeVisible();
    });
  });
}

test('a mistake is marked where it stands, and its mend is one key away', async ({ page }) => {
  await openDraft(page, 'rules');
  await pressAt(page, order(page).getByRole('button', { name: 'Rule', exact: true }));
  await pressAt(page, editor(page).getByRole('button', { name: 'the verdict is solved' }));
  await page.keyboard.press('c');
  await writeCode(page, "verdict == 'sovled'");
  await expect(editor(page).getByText('"verdict" is never "sovled".').first()).toBeVisible();
  await expect(page.locator('.cm-lintRange-error')).toHaveText("'sovled'");
  await pressAt(page, page.getByRole('button', { name: 'Mend it' }));
  await expect(code(page)).toHaveText("verdict == 'solved'");
  await expect(page.locator('.cm-lintRange-error')).toHaveCount(0);

  await writeCode(page, '');
  await tabTo(page, code(page));
  await page.keyboard.type('team.sc');
  await expect(page.getByRole('option', { name: /team\.score/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(code(page)).toHaveText('team.score');
  await pressAt(page, page.getByRole('button', { name: 'Delete this rule' }));
  await expect(saved(page)).toBeVisible();
});

test('what blocks can’t show stays text and says why, and bombs are refused', async ({ page }) => {
  await openDraft(page, 'rules');
  await pressAt(page, order(page).getByRole('button', { name: 'Rule', exact: true }));
  await pressAt(page, editor(page).getByRole('button', { name: 'the verdict is solved' }));
  await page.keyboard.press('c');
  const told = async (text: string, says: RegExp) => {
    await writeCode(page, text);
    await expect(editor(page).getByText(says).first()).toBeVisible();
  };
  await told('3 < team.solved // so far', /As text only\. It has a comment/);
  await expect(page.getByRole('button', { name: 'Blocks' })).toBeDisabled();
  await told("verdict == 'solved' ? true : false", /The choice .* stands where a condition does/);
  await told("event.data.code.matches('(x+x+)+y')", /Regular expressions are refused/);
  await told(`${'('.repeat(400)}true${')'.repeat(400)}`, /Too complex/);
  await told(Array.from({ length: 200 }, () => 'true').join('||'), /Too complex/);
  await writeCode(page, `verdict == 'solved'${' '.repeat(2_100)}`);
  await expect(editor(page).getByText(/longer than 2000 characters/)).toBeVisible();
  await writeCode(page, 'true');
  await expect(page.getByText(/It has no condition: every code\.scanned\.v1/)).toBeVisible();
  await pressAt(page, page.getByRole('button', { name: 'Delete this rule' }));
  await expect(saved(page)).toBeVisible();
});

test('an event type of the hunt’s own is offered to its rules and trials', async ({ page }) => {
  await openDraft(page, 'rules');
  const types = page.getByRole('region', { name: 'Event types of its own' });
  await pressAt(page, types.getByRole('button', { name: 'Event type', exact: true }));
  await pressAt(page, types.getByRole('button', { name: 'Field', exact: true }));
  await pressAt(page, types.getByRole('button', { name: 'Expectation', exact: true }));
  await pressAt(page, order(page).getByRole('button', { name: 'Rule', exact: true }));
  await pressAt(page, editor(page).getByRole('button', { name: 'scans a code' }));
  await tabTo(page, page.getByLabel('When a team …'));
  await page.keyboard.type('sends custom');
  const sends = editor(page).getByRole('button', { name: 'sends custom.thing.happened.v1' });
  await expect(sends).toBeVisible();
  await expect(saved(page)).toBeVisible();
  await expectQuiet(page);
  await pressAt(page, page.getByRole('button', { name: 'Delete this rule' }));
  await pressAt(page, types.getByRole('button', { name: /^Take expectation/ }));
  await pressAt(page, types.getByRole('button', { name: 'Delete custom.thing.happened.v1' }));
  await expect(types.getByText('None yet.')).toBeVisible();
  await expect(saved(page)).toBeVisible();
});
