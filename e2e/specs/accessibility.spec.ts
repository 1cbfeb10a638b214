/** Axe finds nothing serious on any screen, dark and light, on a desk and on a phone. */
import { v7 as uuid } from 'uuid';
import { openDraft } from '../fixtures/design.js';
import { postEvent } from '../fixtures/door.js';
import { expectSoundInBoth, SIZES } from '../fixtures/sound.js';
import { expect, test } from '../fixtures/trove.js';

/** Tabs of a draft that no journey of their own looks at. */
const DRAFT_TABS = ['playtest', 'text'];
/** The receipt of no event, which has a state of its own to show. */
const UNKNOWN = '/events/01900000-0000-7000-8000-000000000000';
const SCREENS = [
  '/',
  '/events',
  UNKNOWN,
  '/quarantine',
  '/fair-play',
  '/hunts',
  '/hunts/harbour-night/backtest',
  '/twin',
  '/system',
  '/developers',
  '/account',
  '/staff',
  '/join',
  '/new-password',
  '/hunts/harbour-night',
];

for (const viewport of SIZES) {
  test.describe(`at ${viewport.width}`, () => {
    test.use({ viewport });

    for (const path of SCREENS) {
      test(`${path} has nothing serious and does not scroll sideways`, async ({ page }) => {
        await page.goto(path);
        await expect(page.getByRole('main')).toBeVisible();
        await expect(page.getByText('Loading', { exact: true })).toHaveCount(0);
        await expectSoundInBoth(page);
      });
    }

    for (const tab of DRAFT_TABS) {
      test(`a draft's ${tab} has nothing serious and does not scroll sideways`, async ({
        page,
      }) => {
        await openDraft(page, tab);
        await expectSoundInBoth(page);
      });
    }
  });
}

test.describe('a receipt', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('has nothing serious and does not scroll sideways', async ({ page }) => {
    const id = uuid();
    const named = { specversion: '1.0', id, source: '/cli', type: 'code.scanned.v1' };
    const time = new Date().toISOString();
    const player = `narrow-${'w'.repeat(50)}`;
    const who = { time, hunt: 'harbour-night', player, team: player };
    expect(await postEvent({ ...named, ...who, data: { code: 'PUMP-3-SPOUTS' } })).toBe(202);
    await page.goto(`/events/${id}`);
    await expect(page.getByRole('article', { name: 'Receipt' })).toBeVisible();
    await expectSoundInBoth(page);
  });
});
