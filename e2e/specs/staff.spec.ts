/** Staff: invited by link, held to their role, shut out at once; keys; the log of all that. */
import { randomUUID } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { postEvent } from '../fixtures/door.js';
import { oneTimeCode } from '../fixtures/oneTimeCode.js';
import { SIZES } from '../fixtures/sound.js';
import { invite, join, MEMBER_PASSWORD, signInAs } from '../fixtures/staff.js';
import { expect, test } from '../fixtures/trove.js';

const newEmail = () => `${randomUUID()}@trove.test`;

for (const viewport of SIZES) {
  test.describe(`at ${viewport.width}`, () => {
    test.use({ viewport });

    test('a viewer joins by a link, sees no more than a viewer may, and is shut out', async ({
      page,
      browser,
    }) => {
      const email = newEmail();
      const link = await invite(page, { email, role: 'viewer' });
      const context = await join(browser, { link, email });
      const theirs = await context.newPage();
      await theirs.goto('/hunts');
      await expect(theirs.getByRole('navigation', { name: 'Screens' }).first()).toBeVisible();
      await expect(theirs.getByRole('link', { name: 'Staff' })).toHaveCount(0);
      const main = theirs.getByRole('main');
      await expect(main.getByRole('listitem').first()).toBeVisible();
      await expect(main.getByRole('button', { name: 'Pause', exact: true })).toHaveCount(0);
      await theirs.goto('/staff');
      await expect(theirs.getByRole('heading', { name: 'Not for your role' })).toBeVisible();
      expect((await theirs.request.get('/api/staff')).status()).toBe(403);

      await theirs.goto(link);
      await theirs.getByLabel('Name').fill('Another');
      await theirs.getByLabel('Password').fill(MEMBER_PASSWORD);
      await theirs.getByRole('button', { name: 'Join', exact: true }).click();
      await expect(theirs.getByText('This link is used')).toBeVisible();

      await page.goto('/staff');
      const row = page.getByRole('listitem').filter({ hasText: email });
      await row.getByRole('button', { name: 'Shut out' }).click();
      await expect(row.getByText(`${email} is signed out everywhere`)).toBeInViewport();
      await theirs.goto('/hunts');
      await expect(theirs.getByRole('button', { name: 'Sign in' })).toBeVisible();
      await signInAs(theirs, email);
      await expect(theirs.getByText('do not go together')).toBeVisible();
      await page.goto('/staff');
      const log = page.getByRole('region', { name: 'Who changed what' });
      const entry = log.getByRole('button', { name: /change access/ });
      await entry.first().click();
      await expect(log.getByText('"isDisabled": false')).toBeVisible();
      await expect(log.getByText('"isDisabled": true')).toBeVisible();
      await expect(log.getByText(email).first()).toBeVisible();
      await context.close();
    });
  });
}

test('the only admin stays one', async ({ page }) => {
  await page.goto('/staff');
  const row = page.getByRole('listitem').filter({ hasText: 'Operator (you)' });
  await expect(row.getByRole('button', { name: 'Set' })).toBeDisabled();
  await row.getByLabel('Role of Operator').focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByLabel('Role of Operator')).toHaveValue('operator');
  await row.getByRole('button', { name: 'Set' }).click();
  await expect(row.getByText('This is the only admin')).toBeInViewport();
  await expect(page.getByLabel('Role of Operator')).toHaveValue('admin');
});

test('who forgot the password chooses another by a link that is good once', async ({
  page,
  browser,
}) => {
  const email = newEmail();
  const context = await join(browser, {
    link: await invite(page, { email, role: 'viewer' }),
    email,
  });
  const theirs = await context.newPage();
  await page.goto('/staff');
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Invite by link' }).click();
  await expect(page.getByText(`${email} works here already`)).toBeInViewport();
  const row = page.getByRole('listitem').filter({ hasText: email });
  await row.getByRole('button', { name: 'New password' }).click();
  await page.getByRole('button', { name: 'Make the link' }).click();
  const shown = row.getByRole('button', { name: /^Copy .*\/new-password#/ });
  const link = ((await shown.getAttribute('aria-label')) ?? '').replace('Copy ', '');

  const another = 'a sentence that is not forgotten';
  await theirs.goto(link);
  await theirs.getByLabel('Password').fill(another);
  await theirs.getByRole('button', { name: 'Set the password' }).click();
  await theirs.waitForURL((url) => url.pathname === '/sign-in');
  await theirs.goto('/hunts');
  await expect(theirs.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await signInAs(theirs, email);
  await expect(theirs.getByText('do not go together')).toBeVisible();
  await signInAs(theirs, email, another);
  await theirs.waitForURL((url) => url.pathname === '/');
  await theirs.goto(link);
  await theirs.getByLabel('Password').fill(MEMBER_PASSWORD);
  await theirs.getByRole('button', { name: 'Set the password' }).click();
  await expect(theirs.getByText('This link is used')).toBeVisible();
  await context.close();
});

test('a key sends events of its hunts until it is revoked, and the log says who made it', async ({
  page,
}) => {
  await page.goto('/staff');
  const panel = page.getByRole('region', { name: 'API keys' });
  const name = `Gate ${randomUUID()}`;
  await panel.getByLabel('Name').fill(name);
  await panel.getByLabel('Source').fill('/gates/north');
  await panel.getByRole('textbox', { name: 'Hunts' }).fill('harbour-night');
  await panel.getByRole('button', { name: 'Make a key' }).click();
  const shown = panel.getByRole('button', { name: /^Copy trove_/ });
  await expect(shown).toBeInViewport();
  const token = ((await shown.getAttribute('aria-label')) ?? '').replace('Copy ', '');
  const event = () => ({
    specversion: '1.0',
    id: uuid(),
    source: '/gates/north',
    type: 'code.scanned.v1',
    time: new Date().toISOString(),
    hunt: 'harbour-night',
    player: 'gate',
    team: 'gate',
    data: { code: 'NOTHING' },
  });
  expect(await postEvent(event(), token)).toBe(202);
  expect(await postEvent({ ...event(), hunt: 'another-hunt' }, token)).not.toBe(202);
  const row = panel.getByRole('listitem').filter({ hasText: name });
  await row.getByRole('button', { name: 'Revoke' }).click();
  await expect(row.getByText('revoked or run out')).toBeVisible();
  await expect.poll(() => postEvent(event(), token), { timeout: 15_000 }).toBe(401);
  const log = page.getByRole('region', { name: 'Who changed what' });
  await log
    .getByRole('button', { name: /revoke key/ })
    .first()
    .click();
  await expect(log.getByText(name)).toBeVisible();
  await log
    .getByRole('button', { name: /create key/ })
    .first()
    .click();
  await expect(log.getByText(name)).toBeVisible();
});

test('a second factor is asked for once it is set up, and lets nobody in who is shut out', async ({
  page,
  browser,
}) => {
  const email = newEmail();
  const link = await invite(page, { email, role: 'operator' });
  const context = await join(browser, { link, email });
  const theirs = await context.newPage();
  await theirs.goto('/account');
  await theirs.getByLabel('Your password').fill(MEMBER_PASSWORD);
  await theirs.getByRole('button', { name: 'Set up an authenticator app' }).click();
  await expect(theirs.getByRole('img', { name: 'Secret for an authenticator app' })).toBeVisible();
  const shown = theirs.getByRole('button', { name: /^Copy [A-Z2-7]+$/ });
  const secret = ((await shown.getAttribute('aria-label')) ?? '').replace('Copy ', '');
  const kept = await theirs
    .getByRole('listitem')
    .filter({ hasText: /^\S+-\S+$/ })
    .allTextContents();
  await theirs.getByLabel('A code of the app now').fill(oneTimeCode(secret));
  await theirs.getByRole('button', { name: 'Turn it on' }).click();
  await expect(theirs.getByText('From now on signing in asks for a code.')).toBeVisible();

  await context.clearCookies();
  await signInAs(theirs, email);
  await theirs.waitForURL((url) => url.pathname === '/sign-in/code');
  await theirs.getByLabel('Code').fill('000000');
  await theirs.getByRole('button', { name: 'Go on' }).click();
  await expect(theirs.getByText('The code is wrong, used or too old.')).toBeVisible();
  await theirs.getByLabel('Code').fill(kept[0] ?? '');
  await theirs.getByRole('button', { name: 'Go on' }).click();
  await theirs.waitForURL((url) => url.pathname === '/');

  await context.clearCookies();
  await signInAs(theirs, email);
  await theirs.waitForURL((url) => url.pathname === '/sign-in/code');
  await page.goto('/staff');
  const row = page.getByRole('listitem').filter({ hasText: email });
  await row.getByRole('button', { name: 'Shut out' }).click();
  await expect(page.getByText(`${email} is signed out everywhere`)).toBeVisible();
  await theirs.getByLabel('Code').fill(kept[1] ?? '');
  await theirs.getByRole('button', { name: 'Go on' }).click();
  await expect(theirs.getByText('The code is wrong, used or too old.')).toBeVisible();
  await theirs.goto('/hunts');
  await expect(theirs.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await context.close();
});
