/** A designer writes rules by keyboard alone, as blocks and as code, and loses nothing. */
import type { Locator, Page } from '@playwright/test';
import { newHunt, saved } from '../fixtures/design.js';
import { expectSound, SIZES } from '../fixtures/sound.js';
import { expect, test } from '../fixtures/trove.js';

const order = (page: Page) => page.getByRole('region', { name: 'Judged in this order' });
const editor = (page: Page) => page.getByRole('region', { name: /^Rule \d+$/ });
const part = (page: Page, says: string) => editor(page).getByRole('button', { name: says });
const code = (page: Page) => page.getByRole('textbox', { name: 'Condition, in CEL' });
const types = (page: Page) => page.getByRole('region', { name: 'Event types of its own' });

async function press(target: Locator, key = 'Enter'): Promise<void> {
  await target.focus();
  await target.press(key);
}

/** Opens the rules of a new hunt and adds one. */
async function newRule(page: Page, title: string): Promise<void> {
  const slug = await newHunt(page, 'QR scavenger', title);
  await page.goto(`/hunts/${slug}/rules`);
  await expect(order(page).locator('[data-row]')).toHaveCount(1);
  await press(order(page).getByRole('button', { name: 'Rule', exact: true }));
  await expect(part(page, 'new-rule')).toBeVisible();
}

/** Writes a condition in place of the one there is. */
async function writeCode(page: Page, text: string): Promise<void> {
  await code(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Escape');
}

async function retype(page: Page, field: Locator, text: string): Promise<void> {
  await field.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

for (const viewport of SIZES) {
  test.describe(`rules at ${viewport.width}`, () => {
    test.use({ viewport });

    test('a rule is made, worded, moved, taken away and brought back by keys', async ({ page }) => {
      await newRule(page, `Rules ${viewport.width}`);
      const rows = order(page).locator('[data-row]');
      await press(part(page, 'the verdict is solved'));
      await page.keyboard.press('c');
      await writeCode(page, "verdict == 'solved' && clue.solves < 3");
      await expect(part(page, 'is less than 3')).toBeVisible();
      await expect(page.getByText('It needs the state of the whole hunt.')).toBeVisible();

      await press(part(page, 'is less than 3'));
      await page.keyboard.press('c');
      await expect(page.getByLabel('Value', { exact: true }).last()).toHaveValue('3');
      await retype(page, page.getByLabel('Value', { exact: true }).last(), '5');
      await expect(part(page, 'is less than 5')).toBeVisible();
      await expectSound(page);

      await press(part(page, 'award 10 points'));
      await retype(page, page.getByLabel('Points', { exact: true }), '25');
      await press(page.getByRole('button', { name: 'Say something' }));
      const words = 'award 25 points and say “Well done!”, at most once per team.';
      await expect(editor(page).locator('p', { hasText: 'When a team' })).toContainText(words);
      await expectSound(page);

      await press(rows.last(), 'Alt+ArrowUp');
      await expect(rows.first()).toContainText('new-rule');
      await expect(rows.first()).toBeFocused();
      await saved(page);
      await press(page.getByRole('button', { name: 'Delete this rule' }));
      await expect(rows).toHaveCount(1);
      await page.keyboard.press('ControlOrMeta+z');
      await expect(rows.first()).toContainText('new-rule');
      await saved(page);
    });
  });
}

test('a mistake is marked where it stands, and its mend is one key away', async ({ page }) => {
  await newRule(page, 'Mistakes in rules');
  await press(part(page, 'the verdict is solved'));
  await page.keyboard.press('c');
  await writeCode(page, "verdict == 'sovled'");
  await expect(editor(page).getByText('"verdict" is never "sovled".').first()).toBeVisible();
  await expect(page.locator('.cm-lintRange-error')).toHaveText("'sovled'");
  await press(page.getByRole('button', { name: 'Mend it' }));
  await expect(code(page)).toHaveText("verdict == 'solved'");
  await expect(page.locator('.cm-lintRange-error')).toHaveCount(0);

  await code(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.type('team.sc');
  // The editor takes no key for a moment after it offers something, lest one is pressed by chance.
  const offered = page.getByRole('listbox', { name: 'Completions' }).getByRole('option');
  await expect(offered).toHaveText([/^team\.score/]);
  // While it looks for what fits the last key, what it offers can't be taken.
  await expect(page.locator('.cm-tooltip-autocomplete-disabled')).toHaveCount(0);
  await offered.click();
  await expect(code(page)).toHaveText('team.score');
  await expectSound(page);
});

test('what blocks can’t show stays text and says why, and bombs are refused', async ({ page }) => {
  await newRule(page, 'Bombs in rules');
  await press(part(page, 'the verdict is solved'));
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
  await told(`verdict == 'solved'${' '.repeat(2_100)}`, /longer than 2000 characters/);
  await writeCode(page, 'true');
  await expect(page.getByText(/It has no condition: every code\.scanned\.v1/)).toBeVisible();
});

test('an event type of the hunt’s own is offered to its rules and trials', async ({ page }) => {
  await newRule(page, 'Own types');
  await press(types(page).getByRole('button', { name: 'Event type', exact: true }));
  await press(types(page).getByRole('button', { name: 'Field', exact: true }));
  await press(types(page).getByRole('button', { name: 'Expectation', exact: true }));
  await press(part(page, 'scans a code'));
  await page.getByLabel('When a team …').focus();
  await expect(page.getByRole('option', { name: /^sends custom/ })).toBeAttached();
  await page.keyboard.type('sends custom');
  await expect(part(page, 'sends custom.thing.happened.v1')).toBeVisible();
  await saved(page);
  await expectSound(page);
  const address = page.url().replace(/\/rules.*/, '/try');
  await page.goto(address);
  await page.getByLabel('The team …').selectOption('custom.thing.happened.v1');
  await page.getByLabel('note', { exact: true }).fill('a bell');
  await page.getByRole('button', { name: 'Try it, without effect' }).click();
  await expect(page.getByRole('region', { name: /^What would come/ })).toContainText('new-rule');
});
