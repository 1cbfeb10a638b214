/** Who is in a team, as operators see it: members, captain, code, and who is connected. */
import { playAs, publishHunt } from '../fixtures/door.js';
import { picture } from '../fixtures/screens.js';
import { expectSoundInBoth } from '../fixtures/sound.js';
import { expect, test } from '../fixtures/trove.js';

const SLUG = 'members-night';
const HUNT = {
  ...{ trove: 1, slug: SLUG, title: 'Members by night', joinCode: 'NIGHT' },
  clues: [{ id: 'clock', title: 'Clock', points: 20, find: { code: 'CLOCK' } }],
};

test('operators see the members of a team, on a desk and on a phone', async ({ page }) => {
  expect(await publishHunt(HUNT)).toBe(201);
  const joining = { code: 'NIGHT', playerName: 'Ada', teamName: 'The Möwen' };
  const { player: ada, session } = await playAs(SLUG, joining);
  const { teamCode } = session;
  const { player: zoe } = await playAs(SLUG, { playerName: 'Zoë 🦊', teamCode });
  await page.goto(`/hunts/${SLUG}/live/progress`);
  await page.getByLabel('Find a team').fill('the mow');
  await expect(page.getByRole('link', { name: 'The Möwen' })).toBeVisible();
  await page.getByLabel('Find a team').fill('the mowers');
  await expect(page.getByText('No team has this in its name.')).toBeVisible();
  await page.goto(`/hunts/${SLUG}/live/teams/${session.team}`);
  const members = page.getByRole('region', { name: 'Members' });
  const rows = members.getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('Ada');
  await expect(rows.first()).toContainText('captain');
  await expect(rows.nth(1)).toContainText('Zoë 🦊');
  await expect(rows.filter({ hasText: 'connected' })).toHaveCount(2);
  await expect(members.getByRole('button', { name: `Copy ${teamCode}` })).toBeVisible();
  await ada.leaveTeam();
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText('captain');
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expectSoundInBoth(page, async (colours) => {
      await members.scrollIntoViewIfNeeded();
      await picture(page, `members-${width}-${colours}`);
    });
  }
  const { player: bo } = await playAs(SLUG, { playerName: 'Bo', teamCode });
  const away = new Promise((resolve) => bo.on('left', resolve));
  await page.getByLabel('Member to send away').selectOption('Bo');
  await page.getByLabel('Why sent away, for the team to read').fill('Rude to the others.');
  await page.getByRole('button', { name: 'Send away' }).click();
  await page.getByRole('button', { name: 'Send Bo away' }).click();
  await expect(page.getByText(/^Bo is out of The Möwen/)).toBeVisible();
  expect(await away).toMatchObject({ change: 'removed', reason: 'Rude to the others.' });
  await expect(rows).toHaveCount(1);
  await expect(members.getByRole('button', { name: `Copy ${teamCode}` })).toHaveCount(0);
  zoe.close();
  await expect(rows.filter({ hasText: 'away' })).toHaveCount(1);
});
