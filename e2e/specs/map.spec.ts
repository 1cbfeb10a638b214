/** A designer places clues on the map, with the pointer and without. */
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { newHunt, saved } from '../fixtures/design.js';
import { expectSound, SIZES } from '../fixtures/sound.js';
import { expect, test } from '../fixtures/trove.js';

/** One white pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAA' +
    'AABJRU5ErkJggg==',
  'base64',
);

for (const viewport of SIZES) {
  test.describe(`at ${viewport.width}`, () => {
    test.use({ viewport });

    test('a place is moved by arrow keys, by numbers and by a click', async ({ page }) => {
      const slug = await newHunt(page, 'Geofence rally', `Map ${viewport.width}`);
      await page.goto(`/hunts/${slug}/map`);
      await expect(page.locator('.map-place')).toHaveCount(7);
      await page.keyboard.press('j');
      const latitude = page.getByLabel('Latitude', { exact: true });
      await expect(latitude).toHaveValue('48.30612');
      await page.keyboard.press('Shift+ArrowUp');
      await expect(latitude).toHaveValue('48.30657');
      await page.getByLabel('Radius, m', { exact: true }).fill('75');
      await page.keyboard.press('Tab');
      await expect(page.getByRole('button', { name: /The start.*75 m/ })).toBeVisible();

      await page.getByRole('button', { name: /Place by click/ }).click();
      await page.locator('.maplibregl-canvas').click({ position: { x: 40, y: 250 } });
      await expect(latitude).not.toHaveValue('48.30657');
      await saved(page);
      await expectSound(page);
    });

    test('a floor plan lies under it, and 6 MB are refused', async ({ page }) => {
      const slug = await newHunt(page, 'Geofence rally', `Plan ${viewport.width}`);
      await page.goto(`/hunts/${slug}/map`);
      await expect(page.locator('.map-place')).toHaveCount(7);
      const picture = page.getByLabel('Picture of the floor plan');
      const buffer = Buffer.alloc(6 * 1024 * 1024);
      await picture.setInputFiles({ name: 'huge.png', mimeType: 'image/png', buffer });
      await expect(page.getByText('This picture has 6 MB; at most 5 MB.')).toBeVisible();
      const page1 = { name: 'page.png', mimeType: 'image/png' };
      await picture.setInputFiles({ ...page1, buffer: Buffer.from('<svg onload="x">') });
      await expect(page.getByText('This is no PNG, JPEG or WebP picture.')).toBeVisible();
      await picture.setInputFiles({ ...page1, buffer: PNG });
      await expect(page.getByText('The floor plan lies there now.')).toBeVisible();
      await page.getByRole('button', { name: 'Take it away' }).click();
      await expect(page.getByText('The floor plan is gone.')).toBeVisible();
    });
  });
}

test('moves by keys all count, however soon another place or tab comes after them', async ({
  page,
}) => {
  const slug = await newHunt(page, 'Geofence rally', 'Quick keys');
  await page.goto(`/hunts/${slug}/map`);
  await expect(page.locator('.map-place')).toHaveCount(7);
  const latitude = page.getByLabel('Latitude', { exact: true });
  await page.keyboard.press('j');
  await expect(latitude).toHaveValue('48.30612');
  for (const key of ['Shift+ArrowUp', 'j', 'Shift+ArrowUp', 'k']) await page.keyboard.press(key);
  await expect(latitude).toHaveValue('48.30657');
  await page.keyboard.press('Shift+ArrowUp');
  const tabs = page.getByRole('navigation', { name: 'Tabs of this hunt' });
  await tabs.getByRole('link', { name: 'Clues' }).click();
  await page.waitForURL((url) => url.pathname === `/hunts/${slug}/clues`);
  const stored = async () => (await page.request.get(`/api/hunts/${slug}/draft`)).text();
  await expect.poll(stored).toContain('48.30702');
});

test('the installation’s own tiles lie under the places', async ({ page }) => {
  const slug = await newHunt(page, 'Geofence rally', 'Water all around');
  const asked = page.waitForResponse('**/api/map/tiles');
  await page.goto(`/hunts/${slug}/map`);
  expect((await asked).status()).toBe(206);
  await expect(page.locator('.map-place')).toHaveCount(7);
  const water = await page.evaluate(mixOf, ['--ground', '--raised', 0.7] as const);
  await expect.poll(() => distance(page, water)).toBeLessThanOrEqual(2);
  expect(
    await distance(page, await page.evaluate(mixOf, ['--ground', '--raised', 0] as const)),
  ).toBeGreaterThan(2);
});

/** Runs in the page: the colour of one thing under another that lets this share of it through. */
function mixOf([under, over, share]: readonly [string, string, number]): number[] {
  const look = getComputedStyle(document.documentElement);
  const context = document.createElement('canvas').getContext('2d');
  const rgb = (name: string): number[] => {
    if (context === null) return [];
    context.fillStyle = look.getPropertyValue(name);
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const below = rgb(under);
  return rgb(over).map((part, i) => part * share + (below[i] ?? 0) * (1 - share));
}

/** How far the commonest colour of the map is from this one, in steps of its parts. */
async function distance(page: Page, colour: readonly number[]): Promise<number> {
  const picture = await page.locator('.maplibregl-canvas').screenshot();
  const pixels = await sharp(picture).removeAlpha().raw().toBuffer();
  const times = new Map<number, number>();
  for (let at = 0; at + 3 <= pixels.length; at += 3) {
    const rgb = pixels.readUIntBE(at, 3);
    times.set(rgb, (times.get(rgb) ?? 0) + 1);
  }
  const [[commonest] = [0]] = [...times].toSorted(([, a], [, b]) => b - a);
  const parts = [commonest >> 16, (commonest >> 8) & 255, commonest & 255];
  return Math.max(...parts.map((part, i) => Math.abs(part - (colour[i] ?? 0))));
}
