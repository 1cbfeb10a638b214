/** Photos as an operator judges them, on a desk and on a phone, by hand and by keys. */
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { createPlayer, joinHunt, type Player } from '@trove/player-sdk';
import sharp from 'sharp';
import { doorUrl, publishHunt } from '../fixtures/door.js';
import { picture } from '../fixtures/screens.js';
import { expectSoundInBoth, SIZES } from '../fixtures/sound.js';
import { expect, test } from '../fixtures/trove.js';

function huntOf(slug: string) {
  return {
    trove: 1,
    slug,
    title: `Photos of ${slug}`,
    joinCode: 'CHEESE',
    clues: [
      {
        id: 'gate',
        title: 'The lion gate',
        text: 'All of you in one picture, with the lion.',
        points: 20,
        find: { photo: { shows: 'Everybody, and the lion’s head.', attempts: 3 } },
        hints: [{ id: 'lion', text: 'It yawns.', cost: 3 }],
      },
    ],
  };
}

/** Codes of the teams that were made, by hunt and team. */
const teamCodes = new Map<string, string>();

/** Another player: who makes the team, or joins it when it is made. */
async function play(hunt: string, team: string): Promise<Player> {
  const place = `${hunt}/${team}`;
  const teamCode = teamCodes.get(place);
  const way = teamCode === undefined ? { code: 'cheese', teamName: team } : { teamCode };
  const url = doorUrl();
  const session = await joinHunt({ url, hunt, playerId: randomUUID(), ...way });
  teamCodes.set(place, session.teamCode);
  return await createPlayer({ url, session });
}

/** A scene with a sky, a gate and somebody in front of it. */
async function scene(hue: string): Promise<Blob> {
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800">' +
    `<rect width="1200" height="800" fill="${hue}"/><rect y="560" width="1200" height="240"/>` +
    '<path d="M380 560V260a220 220 0 0 1 440 0v300z" fill="#e8dcc0"/>' +
    '<circle cx="560" cy="470" r="60"/><circle cx="690" cy="490" r="46"/></svg>';
  const bytes = await sharp(Buffer.from(drawing)).jpeg().toBuffer();
  return new Blob([new Uint8Array(bytes)]);
}

/** Sound in dark and light, with a picture of each. */
function expectClean(page: Page, name: string): Promise<void> {
  const width = page.viewportSize()?.width;
  return expectSoundInBoth(page, (colours) => picture(page, `${name}-${width}-${colours}`));
}

for (const viewport of SIZES) {
  test.describe(`photos at ${viewport.width}`, () => {
    test.use({ viewport });
    const slug = `photos-${viewport.width}`;

    test.describe.configure({ mode: 'serial' });

    test('are looked at, accepted and rejected by keys', async ({ page }) => {
      expect(await publishHunt(huntOf(slug))).toBe(201);
      await page.goto(`/hunts/${slug}/live/photos`);
      const queue = page.getByRole('region', { name: 'Photos', exact: true });
      await expect(queue.getByText(/^No photo waits/)).toBeVisible();
      const teams = await Promise.all(
        ['herons', 'otters', 'lynxes'].map((team) => play(slug, team)),
      );
      const hues = ['#7ab6e8', '#e8a37a', '#86c98a'];
      for (const [i, player] of teams.entries()) {
        const sent = await player.submitPhoto('gate', await scene(hues[i] ?? ''));
        expect(sent.ok && (await sent.result)?.verdict).toBe('waiting');
      }
      const list = queue.getByRole('list', { name: 'Photos in their turn' });
      await expect(list.getByRole('button')).toHaveCount(3);
      const shown = queue.getByRole('img', { name: /^Photo of / });
      await expect(shown).toHaveAttribute('alt', 'Photo of herons for The lion gate');
      await expect(shown).toHaveAttribute('aria-busy', 'false');
      await expect(queue.getByText('Everybody, and the lion’s head.')).toBeVisible();
      await expectClean(page, 'photos');
      // Whoever judges the next one does not wait until the list is read anew.
      let readAnew: () => void = () => undefined;
      const isReadAnew = new Promise<void>((resolve) => {
        readAnew = resolve;
      });
      await page.route(/\/live\/photos\?/, async (route) => {
        await isReadAnew;
        await route.continue();
      });
      await page.keyboard.press('ArrowRight');
      await expect(shown).toHaveAttribute('alt', 'Photo of otters for The lion gate');
      await page.keyboard.press('a');
      await expect(page.getByText('The photo of otters is accepted. 20 points.')).toBeVisible();
      await page.keyboard.press('ArrowLeft');
      await expect(shown).toHaveAttribute('alt', 'Photo of herons for The lion gate');
      await page.keyboard.press('r');
      await page.keyboard.type('The lion is missing.');
      await page.keyboard.press('Enter');
      await expect(page.getByText('The photo of herons is rejected.')).toBeVisible();
      readAnew();
      await expect(list.getByRole('button')).toHaveCount(1);
      for (const player of teams) player.close();
    });

    test('are appealed, accepted then, and turned', async ({ page }) => {
      const player = await play(slug, 'herons');
      const appealed = player.appealPhoto('gate', 'It is in the arch.');
      expect(appealed.ok && (await appealed.result)?.verdict).toBe('waiting');
      player.close();
      await page.goto(`/hunts/${slug}/live/photos`);
      const queue = page.getByRole('region', { name: 'Photos', exact: true });
      const list = queue.getByRole('list', { name: 'Photos in their turn' });
      await list.getByRole('button', { name: /herons/ }).click();
      await expect(queue.getByText('It is in the arch.')).toBeVisible();
      await expectClean(page, 'photos-appeal');
      await queue.getByRole('button', { name: 'Accept' }).click();
      await expect(page.getByText('The photo of herons is accepted. 20 points.')).toBeVisible();
      await queue.getByRole('button', { name: 'Judged', exact: true }).click();
      await list.getByRole('button', { name: /otters/ }).click();
      await queue.getByLabel(/^Why not, for the team to read/).fill('It was last year’s.');
      await queue.getByRole('button', { name: /^Reject after all/ }).click();
      await expect(page.getByText('The photo of otters is rejected. −20 points.')).toBeVisible();
      await expectClean(page, 'photos-judged');
    });

    test('a hint’s cost is given back', async ({ page }) => {
      const player = await play(slug, 'swans');
      const sent = player.requestHint('gate', 'lion');
      expect(sent.ok && (await sent.result)?.points).toBe(-3);
      player.close();
      await page.goto(`/hunts/${slug}/live/teams/swans`);
      await page.getByLabel('Why a hint is paid back').fill('The lion was being cleaned.');
      await page.getByRole('button', { name: 'Give back 3 points' }).click();
      await expect(page.getByText('swans gets back 3 points and has 0 now.')).toBeVisible();
      await expect(page.getByRole('region', { name: 'Paid hints' })).toHaveCount(0);
    });
  });
}
