/** The players' page as a page: its weight, its policy, installing it, its looks, its camera. */
import { expect, type Page } from '@playwright/test';
import { encode } from 'uqr';
import { goTo, joinAs, openClue, openPhone, openScreen, PHONE } from '../fixtures/phone.js';
import { picture } from '../fixtures/playerPictures.js';
import { CODE, publishPlayHunt, rivalScans } from '../fixtures/playHunt.js';
import { expectSoundInBoth } from '../fixtures/sound.js';
import { test } from '../fixtures/trove.js';

/** Nine screens in two colours are looked at by axe in one test. */
test.describe.configure({ timeout: 240_000 });

/** JavaScript of the first load, as it crosses the air: compressed, all scripts together. */
const FIRST_LOAD_BYTES = 200_000;

/** Sizes of the scripts that the page asks for, as they come from the server. */
function weighScripts(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() !== 'script') return;
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

test('the first load is below 200 kB of JavaScript, from nothing to a joined hunt', async ({
  browser,
}) => {
  const hunt = await publishPlayHunt();
  const phone = await openPhone(browser);
  const weight = weighScripts(phone.page);
  await phone.page.goto(`/play/${hunt}#code=${CODE}`, { waitUntil: 'networkidle' });
  await expect(phone.page.getByRole('button', { name: 'Start playing' })).toBeEnabled();
  const bytes = await weight();
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThan(FIRST_LOAD_BYTES);
  await joinAs(phone.page, { name: 'Ada' });
  await phone.page.waitForLoadState('networkidle');
  test.info().annotations.push({
    type: 'JavaScript',
    description: `${bytes} bytes at first, ${await weight()} once all parts have come`,
  });
  await phone.close();
});

test('it can be installed, and keeps no code in its caches', async ({ browser }) => {
  const hunt = await publishPlayHunt();
  const phone = await openPhone(browser);
  const { page } = phone;
  const response = await page.goto(`/play/${hunt}?code=${CODE}`);
  const headers = response?.headers() ?? {};
  expect(headers['permissions-policy']).toContain('camera=(self), geolocation=(self)');
  const policy = headers['content-security-policy'] ?? '';
  expect(policy).toMatch(/connect-src 'self' http:\/\/127\.0\.0\.1:\d+ ws:\/\/127\.0\.0\.1:\d+/);
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  const link = await page.locator('link[rel="manifest"]').getAttribute('href');
  const manifest = await (await page.request.get(link ?? '')).json();
  expect(manifest).toMatchObject({ name: 'Lantern night', display: 'standalone', scope: '/play' });
  for (const { src } of manifest.icons) expect((await page.request.get(src)).ok()).toBe(true);
  await page.evaluate(() => navigator.serviceWorker.ready);
  const kept = () =>
    page.evaluate(async () => {
      const all = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
      return (await Promise.all(all.map((cache) => cache.keys()))).flat().map(({ url }) => url);
    });
  await expect.poll(async () => (await kept()).some((url) => url.endsWith(hunt))).toBe(true);
  expect((await kept()).filter((url) => url.includes(CODE))).toEqual([]);
  await phone.close();
});

test('other pages stay closed to camera, position and door', async ({ page }) => {
  const headers = (await page.goto('/'))?.headers() ?? {};
  expect(headers['permissions-policy']).toContain('camera=(), geolocation=()');
  expect(headers['content-security-policy']).toMatch(/connect-src 'self';/);
});

test('operators find the way to the players’ page, and the code that leads there', async ({
  page,
}) => {
  const hunt = await publishPlayHunt();
  await page.goto(`/hunts/${hunt}/live`);
  const panel = page.getByRole('region', { name: 'Players join at' });
  await expect(panel).toContainText(new RegExp(`^Players join at.*http://[^/]+/play/${hunt}`));
  await expect(panel.getByRole('img', { name: 'QR code of the players’ page' })).toBeVisible();
});

/** Pictures of the phone's width stand in the README. */
function nameOf(screen: string, width: number): string {
  const name = `player-${screen.toLowerCase()}`;
  return width === PHONE.width ? name : `${name}-${width}`;
}

for (const viewport of [PHONE, { width: 1280, height: 800 }]) {
  test(`nothing serious on any screen, dark and light, at ${viewport.width}`, async ({
    browser,
  }) => {
    const hunt = await publishPlayHunt();
    const phone = await openPhone(browser, { viewport, colorScheme: 'dark' });
    const { page } = phone;
    const inBoth = async () => {
      await expectSoundInBoth(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      await expect(page.locator('html')).toHaveClass(/\bdark\b/);
    };
    await page.goto(`/play/${hunt}#code=${CODE}`);
    await expect(page.getByRole('heading', { name: 'Lantern night' })).toBeVisible();
    await inBoth();
    await joinAs(page, { name: 'Ada', team: 'Herons' });
    await rivalScans(hunt, 'otters');
    await phone.context.setGeolocation({ latitude: 54.4616, longitude: 11.003, accuracy: 15 });
    await goTo(page, 'Map');
    await page.getByRole('button', { name: 'Show where I am' }).click();
    await expect(page.getByRole('list', { name: 'Places' })).toContainText('min walk');
    await inBoth();
    await picture(page, nameOf('map', viewport.width));
    for (const word of ['Clues', 'Board', 'Team', 'Scan']) {
      await goTo(page, word);
      await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
      await inBoth();
      await picture(page, nameOf(word, viewport.width));
    }
    for (const title of ['A clock with a mistake', 'What tomorrow brings', 'The old pier']) {
      await openClue(page, title);
      await inBoth();
    }
    await picture(page, nameOf('clue', viewport.width));
    await openScreen(page, '#/sent');
    await inBoth();
    await phone.close();
  });
}

test('a hunt is joined and a clue answered with keys alone', async ({ browser }) => {
  const hunt = await publishPlayHunt();
  const phone = await openPhone(browser);
  const { page } = phone;
  await page.goto(`/play/${hunt}#code=${CODE}`);
  await page.getByRole('radio', { name: /^Alone/ }).focus();
  await expect(page.getByText('It stands on the board for all to see.')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('The hunt’s code')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Clues' })).toBeVisible();
  await page.getByRole('link', { name: 'A clock with a mistake' }).first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'A clock with a mistake' })).toBeFocused();
  await page.getByLabel('Your answer').focus();
  await page.keyboard.type('IIII');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Your tries' })).toContainText('Solved!');
  await phone.close();
});

test('the camera reads a code where the browser itself can’t', async ({ browser }) => {
  const hunt = await publishPlayHunt();
  const phone = await openPhone(browser);
  const { page } = phone;
  const { data } = encode('PRETZEL-4AM', { ecc: 'M', border: 4 });
  await page.addInitScript(showToCamera, data);
  await page.goto(`/play/${hunt}#code=${CODE}`);
  await joinAs(page, { name: 'Ada' });
  await goTo(page, 'Scan');
  await expect(page.getByRole('article')).toContainText('Solved!');
  await phone.close();
});

/** Runs in the page: the camera sees a square of these modules, and the browser reads none. */
function showToCamera(modules: readonly (readonly boolean[])[]): void {
  const side = 480;
  Reflect.deleteProperty(globalThis, 'BarcodeDetector');
  navigator.mediaDevices.getUserMedia = async () => {
    const canvas = document.createElement('canvas');
    canvas.width = side;
    canvas.height = side;
    const context = canvas.getContext('2d');
    const size = side / modules.length;
    const draw = () => {
      if (context === null) return;
      context.fillStyle = 'white';
      context.fillRect(0, 0, side, side);
      context.fillStyle = 'black';
      for (const [y, row] of modules.entries()) {
        for (const [x, isDark] of row.entries()) {
          if (isDark) context.fillRect(x * size, y * size, size + 0.5, size + 0.5);
        }
      }
    };
    // A stream of a canvas has a picture only when something is drawn.
    setInterval(draw, 100);
    return canvas.captureStream(10);
  };
}
