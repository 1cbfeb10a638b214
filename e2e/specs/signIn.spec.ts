/** Everything stands behind a sign-in that says what is wrong and can be left again. */
import { expect, signIn, test } from '../fixtures/trove.js';

test.use({ storageState: { cookies: [], origins: [] } });

test('every screen asks for a sign-in first', async ({ page }) => {
  for (const path of ['/', '/events', '/quarantine', '/hunts', '/system']) {
    await page.goto(path);
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  }
});

test('a wrong password is refused in words', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill('operator@trove.local');
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('This e-mail and password do not go together.')).toBeVisible();
});

test('the operator signs in, sees the overview, and signs out', async ({ page }) => {
  await signIn(page);
  await expect(page.getByRole('link', { name: 'Overview' })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await page.getByRole('button', { name: /^signed in as/i }).click();
  await page.getByRole('menuitem', { name: /sign out/i }).click();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
});
