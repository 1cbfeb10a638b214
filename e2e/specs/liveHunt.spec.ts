/** An operator's evening with a live hunt, on a desk and on a phone, from its start to its end. */
import type { Page } from '@playwright/test';
import { v7 as uuid } from 'uuid';
import { postEvent, publishHunt } from '../fixtures/door.js';
import { expectSoundInBoth, SIZES } from '../fixtures/sound.js';
import { expect, test } from '../fixtures/trove.js';

/** How much earlier the phone of the second to arrive says that it was there. */
const EARLIER_MS = 30_000;

const clue = (id: string, code: string) => ({
  id,
  title: `The ${id}`,
  text: `Look for the ${id}.`,
  points: 20,
  find: { code },
  hints: [{ id: 'near', text: 'You are near.', cost: 5 }],
});

function huntOf(slug: string) {
  const attic = { ...clue('attic', 'ATTIC'), requires: { all: ['gate'] } };
  const clues = [clue('clock', 'CLOCK'), clue('mast', 'MAST'), clue('gate', 'GATE'), attic];
  return { trove: 1, slug, title: `Night of ${slug}`, joinCode: 'NIGHT', clues };
}

async function scan(hunt: string, team: string, code: string, time = new Date()): Promise<void> {
  const who = { hunt, player: team, team };
  const event = { specversion: '1.0', id: uuid(), source: '/cli', type: 'code.scanned.v1' };
  const said = { ...event, time: time.toISOString(), ...who, data: { code } };
  expect(await postEvent(said)).toBe(202);
}

async function goTo(page: Page, part: string): Promise<void> {
  const nav = page.getByRole('navigation', { name: 'Live hunt' });
  await nav.getByRole('link', { name: part }).click();
  await expect(nav.getByRole('link', { name: part })).toHaveAttribute('aria-current', 'page');
}

for (const viewport of SIZES) {
  test.describe(`a live hunt at ${viewport.width}`, () => {
    test.use({ viewport });
    const slug = `live-${viewport.width}`;
    test.describe.configure({ mode: 'serial' });

    test('it is paused, frozen, spoken to, closed and opened again', async ({ page }) => {
      expect(await publishHunt(huntOf(slug))).toBe(201);
      await page.goto(`/hunts/${slug}/live`);
      const phase = page.getByRole('region', { name: 'Phase' });
      await expect(phase.getByText('live', { exact: true })).toBeVisible();
      await phase.getByLabel('Starts by itself at').fill('2031-01-01T20:00:00');
      await phase.getByRole('button', { name: 'Schedule' }).click();
      await expect(phase.getByText('scheduled', { exact: true })).toBeVisible();
      await expect(phase.getByText('1 Jan 2031 20:00:00')).toBeVisible();
      await phase.getByRole('button', { name: 'Start now' }).click();
      await expect(phase.getByText('live', { exact: true })).toBeVisible();
      await phase.getByRole('button', { name: 'Pause' }).click();
      await expect(phase.getByText('paused', { exact: true })).toBeVisible();
      await phase.getByRole('button', { name: 'Resume' }).click();
      await phase.getByRole('button', { name: 'Close', exact: true }).click();
      await page.getByRole('button', { name: 'Close it' }).click();
      await expect(phase.getByText('closed', { exact: true })).toBeVisible();
      await phase.getByRole('button', { name: 'Open again' }).click();
      await expect(phase.getByText('live', { exact: true })).toBeVisible();
      const board = page.getByRole('region', { name: 'Players’ board' });
      await board.getByRole('button', { name: 'Freeze' }).click();
      await expect(board.getByText('frozen', { exact: true })).toBeVisible();
      await board.getByRole('button', { name: 'Unfreeze' }).click();
      await expect(board.getByText('moving', { exact: true })).toBeVisible();
      await page.getByLabel('To all players').fill('Soup at the gate 🍲');
      await page.getByRole('button', { name: 'Say it' }).click();
      const said = page.getByRole('list', { name: 'What was said' });
      await expect(said.getByText('Soup at the gate 🍲')).toBeVisible();
      await expectSoundInBoth(page);
    });

    test('the matrix is walked by keys, and a hint is given from it', async ({ page }) => {
      await scan(slug, 'herons', 'CLOCK');
      await scan(slug, 'otters', 'CLOCK', new Date(Date.now() - EARLIER_MS));
      await page.goto(`/hunts/${slug}/live/progress`);
      const first = page.getByRole('button', { name: /^herons, The clock: solved at/ });
      await expect(first).toBeVisible();
      const cells = page.getByRole('button', { name: /, The clock: / });
      await cells.first().focus();
      for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
      const last = page.getByRole('button', { name: /, The gate: open$/ }).last();
      await expect(last).toBeFocused();
      await expectSoundInBoth(page);
      await page.keyboard.press('Enter');
      await expect(page.getByText('Right is: GATE')).toBeVisible();
      await expect(page.getByText('You are near.')).toBeVisible();
      await page.getByRole('button', { name: 'Give for nothing' }).click();
      await expect(page.getByText('has it')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('button', { name: /The gate: open, 1 hint/ })).toBeVisible();
    });

    test('a locked clue is opened for one team, and for all', async ({ page }) => {
      await page.goto(`/hunts/${slug}/live/progress`);
      await page.getByRole('button', { name: 'herons, The attic: locked' }).click();
      await page.getByRole('button', { name: 'Open for this team' }).click();
      await expect(page.getByText('herons may try it from now on')).toBeVisible();
      await page.getByRole('button', { name: 'Open it', exact: true }).click();
      await expect(page.getByText('The attic is open for herons.')).toBeVisible();
      await expectSoundInBoth(page);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('button', { name: 'herons, The attic: open' })).toBeVisible();
      await page.getByRole('button', { name: 'otters, The attic: locked' }).click();
      await page.getByRole('button', { name: 'Open for all teams' }).click();
      await page.getByRole('button', { name: 'Open it for all' }).click();
      await expect(page.getByText('The attic is open for all teams.')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('button', { name: 'otters, The attic: open' })).toBeVisible();
    });

    test('a team is helped, granted points, banned and let back', async ({ page }) => {
      await page.goto(`/hunts/${slug}/live/teams`);
      const queue = page.getByRole('region', { name: 'Who may need help' });
      await queue.getByRole('button', { name: 'Help' }).first().click();
      await expectSoundInBoth(page);
      await queue.getByLabel(/^To .* alone$/).fill('Try the other side.');
      await queue.getByRole('button', { name: 'Say it' }).click();
      await expect(queue.getByText(/^Said to (herons|otters)\.$/)).toBeInViewport();
      await queue.getByRole('link', { name: 'herons' }).click();
      const points = page.getByRole('form', { name: 'Points' });
      await points.getByLabel('Points', { exact: true }).fill('15');
      await points.getByLabel('Why, for the team to read').fill('They helped a lost team.');
      await points.getByRole('button', { name: 'Grant' }).click();
      await expect(page.getByText('herons gets 15 points and has 35 now.')).toBeInViewport();
      const ledger = page.getByRole('region', { name: 'Corrections in the ledger' });
      await expect(ledger.getByText('They helped a lost team.')).toBeVisible();
      const part = page.getByRole('form', { name: 'How it takes part' });
      await part.getByLabel(/^Why hidden/).fill('Seen on bicycles.');
      await part.getByRole('button', { name: 'Ban' }).click();
      await page.getByRole('button', { name: 'Ban it' }).click();
      await expect(page.getByText('herons is banned now.')).toBeInViewport();
      await expect(part.getByText('It plays no more and is on no board.')).toBeVisible();
      await expectSoundInBoth(page);
      await goTo(page, 'Control');
      const restricted = page.getByRole('region', { name: 'Hidden and banned' });
      await restricted.getByRole('link', { name: 'herons' }).click();
      await part.getByLabel(/^Why hidden/).fill('It was another team.');
      await part.getByRole('button', { name: 'Let it play again' }).click();
      await expect(page.getByText('herons plays again.')).toBeVisible();
    });

    test('the past is looked at, and the finish by both clocks', async ({ page }) => {
      await page.goto(`/hunts/${slug}/live/timeline`);
      const board = page.getByRole('region', { name: 'Board at' });
      await expect(board.getByRole('row', { name: /1 .*herons.* 35/ })).toBeVisible();
      await board.getByRole('slider').press('Home');
      await expect(board.getByRole('row', { name: /herons/ })).toHaveCount(0);
      await board.getByRole('button', { name: 'Now' }).click();
      await expect(board.getByRole('row', { name: /herons/ })).toBeVisible();
      const finish = page.getByRole('region', { name: 'Photo finish' });
      await finish.getByLabel('Clue').selectOption('The clock');
      await expect(finish.getByRole('row', { name: /^2 ▲ 1 otters/ })).toBeVisible();
      await expect(finish.getByText('1 earlier by their own clock')).toBeVisible();
      await expectSoundInBoth(page);
    });

    test('a hunt whose file says when it opens is not offered to be held', async ({ page }) => {
      const opened = { ...huntOf(`${slug}-opened`), opens: '2026-01-01T20:00:00Z' };
      expect(await publishHunt(opened)).toBe(201);
      await page.goto(`/hunts/${opened.slug}/live`);
      const phase = page.getByRole('region', { name: 'Phase' });
      await expect(phase.getByText(/^Without one it starts at its file’s time/)).toBeVisible();
      await expect(phase.getByRole('button', { name: 'Hold until started' })).toHaveCount(0);
    });

    test('it is ended by writing its name', async ({ page }) => {
      await page.goto(`/hunts/${slug}/live`);
      await page.getByRole('button', { name: 'End now' }).click();
      const end = page.getByRole('button', { name: 'End the hunt' });
      await expect(end).toBeDisabled();
      await page.getByLabel(`Write ${slug} to go on`).fill(slug);
      await end.click();
      await expect(page.getByText('It is over for good.')).toBeVisible();
    });
  });
}
