/** Players and their teams, on phones: leaving and coming back, leading, divisions. */
import { expect } from '@playwright/test';
import { boardOf } from '../fixtures/door.js';
import { goTo, joinAs, openPhone, type Phone } from '../fixtures/phone.js';
import { CODE, publishPlayHunt, publishRankedHunt } from '../fixtures/playHunt.js';
import { expectSound } from '../fixtures/sound.js';
import { test } from '../fixtures/trove.js';

/** What others join the team with, as its players read it out. */
async function teamCodeOf({ page }: Phone): Promise<string> {
  await goTo(page, 'Team');
  const letIn = page.getByRole('region', { name: 'Let others in' });
  return (await letIn.locator('strong').textContent()) ?? '';
}

test('a team is left, and come back to with its code', async ({ browser }) => {
  const hunt = await publishPlayHunt();
  const phone = await openPhone(browser);
  const { page } = phone;
  await page.goto(`/play/${hunt}?code=${CODE}`);
  await expect(page).toHaveURL(new RegExp(`/play/${hunt}$`));
  await joinAs(page, { name: 'Ada', team: 'Herons' });
  const teamCode = await teamCodeOf(phone);
  await page.getByRole('button', { name: 'Leave the team' }).click();
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await page.getByRole('radio', { name: /^Join a team/ }).check();
  await page.getByLabel('Your team’s code').fill(`${teamCode.slice(0, 4)} ${teamCode.slice(4)}`);
  await page.getByRole('button', { name: 'Start playing' }).click();
  await expect(page.getByRole('banner')).toContainText('Herons');
  await phone.close();
});

test('a new team chooses the division that it is ranked in', async ({ browser }) => {
  const hunt = await publishRankedHunt();
  const phone = await openPhone(browser);
  const { page } = phone;
  await page.goto(`/play/${hunt}#code=${CODE}`);
  await page.getByRole('radio', { name: 'Under fourteen' }).check();
  await joinAs(page, { name: 'Ada', team: 'Herons' });
  expect(await boardOf(hunt)).toHaveLength(1);
  expect(await boardOf(hunt, 'junior')).toEqual(await boardOf(hunt));
  expect(await boardOf(hunt, 'senior')).toEqual([]);
  await phone.close();
});

test('a captain hands the lead over, and the next one may send away', async ({ browser }) => {
  const hunt = await publishPlayHunt();
  const ada = await openPhone(browser);
  const ben = await openPhone(browser);
  await ada.page.goto(`/play/${hunt}#code=${CODE}`);
  await joinAs(ada.page, { name: 'Ada', team: 'Herons' });
  await ben.page.goto(`/play/${hunt}#team=${await teamCodeOf(ada)}`);
  await joinAs(ben.page, { name: 'Ben' });
  await goTo(ben.page, 'Team');
  await expect(ben.page.getByText('You are the captain')).toBeHidden();

  await ada.page.getByText('You are the captain').click();
  await expectSound(ada.page);
  await ada.page.getByRole('button', { name: 'Make captain' }).click();
  await ada.page.getByRole('button', { name: 'Really make captain?' }).click();
  await expect(ada.page.getByText('You are the captain')).toBeHidden();

  await ben.page.getByText('You are the captain').click();
  await ben.page.getByRole('button', { name: 'Send away' }).click();
  await ben.page.getByRole('button', { name: 'Really send away?' }).click();
  await expect(ada.page.getByText('The captain has taken you out of the team.')).toBeVisible();
  await expect(ada.page.getByRole('button', { name: 'Start playing' })).toBeVisible();
  await expect(ben.page.getByRole('region', { name: 'Players' })).not.toContainText('Ada');
  await ada.close();
  await ben.close();
});
