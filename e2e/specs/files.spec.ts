/** Hunts as files: out of the console and back into it, as new hunts, and on the command line. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { newHunt, saved } from '../fixtures/design.js';
import { publishHunt } from '../fixtures/door.js';
import { env } from '../fixtures/env.js';
import { expectSound, SIZES } from '../fixtures/sound.js';
import { expect, test } from '../fixtures/trove.js';

const TROVE = fileURLToPath(new URL('../../apps/cli/bin/trove.js', import.meta.url));
const run = promisify(execFile);

const fileText = (page: Page) => page.getByRole('textbox', { name: 'Hunt file' });

/** As somebody who chooses a file of this text. */
async function choose(page: Page, label: string, text: string): Promise<void> {
  const buffer = Buffer.from(text);
  await page.getByLabel(label).setInputFiles({ name: 'hunt.yaml', mimeType: 'text/yaml', buffer });
}

const importText = (page: Page, text: string) =>
  choose(page, 'Hunt file to put in the place of this text', text);

async function exported(page: Page): Promise<string> {
  const leaving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export' }).click();
  return await readFile(await (await leaving).path(), 'utf8');
}

for (const viewport of SIZES) {
  test.describe(`at ${viewport.width}`, () => {
    test.use({ viewport });

    test('a hunt leaves as a file, comes back, and what is no file of it is refused', async ({
      page,
    }) => {
      const slug = await newHunt(page, 'Linear trail', `Filed ${viewport.width}`);
      await page.goto(`/hunts/${slug}/text`);
      const file = await exported(page);
      await expect(fileText(page)).toHaveValue(file);

      await importText(page, file.replace('The old well', 'The new well'));
      await expect(fileText(page)).toHaveValue(/The new well/);
      await page.getByRole('button', { name: 'Save the text' }).click();
      await saved(page);
      await page.reload();
      await expect(fileText(page)).toHaveValue(/The new well/);

      await importText(page, file.replace(`slug: ${slug}`, 'slug: another'));
      await page.getByRole('button', { name: 'Save the text' }).click();
      await expect(page.getByText('The file names the hunt another')).toBeVisible();
      await importText(page, 'x'.repeat(1024 * 1024 + 1));
      await expect(page.getByText(/hunt.yaml has 1.1 MB; a hunt file has at most/)).toBeVisible();
      await expect(fileText(page)).toHaveValue(/slug: another/);
      await expectSound(page);
    });

    test('a hunt is made of a file, under a name that is not taken', async ({ page }) => {
      const title = `Of a file ${viewport.width}`;
      const slug = await newHunt(page, 'Linear trail', title);
      await page.goto(`/hunts/${slug}/text`);
      const file = await exported(page);
      await page.goto(`/hunts?find=${encodeURIComponent(title)}`);
      await expect(page.getByRole('link', { name: title })).toBeVisible();
      await page.getByRole('button', { name: 'New hunt' }).click();
      const sheet = page.getByRole('dialog', { name: 'New hunt' });
      await sheet.getByRole('radio', { name: 'A file' }).check();
      const make = sheet.getByRole('button', { name: 'Make the draft' });
      await expect(make).toBeDisabled();
      await choose(page, 'Hunt file to begin with', 'just words');
      await expect(sheet.getByText('hunt.yaml is no hunt file.')).toBeVisible();
      await choose(page, 'Hunt file to begin with', file);
      await expect(sheet.getByLabel('Title')).toHaveValue(title);
      await expect(sheet.getByLabel('Name')).toHaveValue(`${slug}-2`);
      await expectSound(page);
      await make.click();
      await page.waitForURL((url) => url.pathname === `/hunts/${slug}-2/clues`);
      await expect(page.getByRole('row')).toHaveCount(7);
    });
  });
}

test('a file as large as one may be is imported and saved', async ({ page }) => {
  const slug = await newHunt(page, 'QR scavenger', 'Large file');
  await page.goto(`/hunts/${slug}/text`);
  const file = await exported(page);
  // Quotes are two characters each on their way, so that more travels than the file has.
  const line = `# ${'"said" '.repeat(1_000)}\n`;
  await importText(page, `${file}${line.repeat(140)}`);
  await page.getByRole('button', { name: 'Save the text' }).click();
  await expect(page.getByRole('button', { name: 'Save the text' })).toBeDisabled();
  await saved(page);
  await page.reload();
  await expect
    .poll(async () => (await fileText(page).inputValue()).length)
    .toBeGreaterThan(980_000);
});

test('a version is pulled as a file, and takes the place of the draft when it is pushed', async ({
  page,
}) => {
  const slug = `pulled-${Date.now()}`;
  const clues = [{ id: 'clock', title: 'The clock', points: 20, find: { code: 'CLOCK' } }];
  const hunt = { trove: 1, slug, joinCode: 'PULLED', clues };
  for (const title of ['As it was', 'With a fault']) await publishHunt({ ...hunt, title });
  const access = ['--console', env().TROVE_E2E_CONSOLE, '--key', await draftKey(page)];
  await page.goto(`/hunts/${slug}/text`);
  await page.getByRole('button', { name: 'Start a draft' }).click();
  await expect(fileText(page)).toHaveValue(/With a fault/);

  const folder = await mkdtemp(join(tmpdir(), 'trove-pulled-'));
  const output = join(folder, 'hunt.yaml');
  const pull = ['hunt', 'pull', slug, '--version', '1', '--output', output];
  await run(process.execPath, [TROVE, ...pull, ...access]);
  await run(process.execPath, [TROVE, 'hunt', 'push', output, ...access]);
  await page.reload();
  await expect(fileText(page)).toHaveValue(/As it was/);
  await rm(folder, { recursive: true });
});

/** A key with the right to change drafts. */
async function draftKey(page: Page): Promise<string> {
  await page.goto('/staff');
  const panel = page.getByRole('region', { name: 'API keys' });
  await panel.getByLabel('Name').fill('Files');
  await panel.getByLabel('change drafts').check();
  await panel.getByRole('button', { name: 'Make a key' }).click();
  const shown = page.getByRole('button', { name: /^Copy trove_/ });
  return ((await shown.getAttribute('aria-label')) ?? '').replace('Copy ', '');
}
