/** A score that looks unlike honest play is taken back, told to the team, and given again. */
import type { Page } from '@playwright/test';
import { v7 as uuid } from 'uuid';
import { postEvent, publishHunt } from '../fixtures/door.js';
import { expect, test } from '../fixtures/trove.js';

const SLUG = 'fair-play';
const HUNT = {
  trove: 1,
  slug: SLUG,
  title: 'Fair play',
  clues: [{ id: 'pier', title: 'Pier', points: 10, find: { place: { id: 'p1', lat: 1, lon: 1 } } }],
  quality: {
    fairPlay: { travel: { maxKmh: 60 } },
    expectations: [
      {
        id: 'good-fix',
        on: 'location.reported.v1',
        expect: { field: 'accuracyM', max: 50 },
        otherwise: 'warn',
      },
    ],
  },
};

const TEAM = 'runners';

async function send(
  type: string,
  data: Readonly<Record<string, unknown>>,
  team = TEAM,
  hunt = SLUG,
): Promise<void> {
  const time = new Date().toISOString();
  const who = { hunt, player: team, team };
  const envelope = { specversion: '1.0', id: uuid(), source: '/cli', type, time, ...who, data };
  expect(await postEvent(envelope)).toBe(202);
}

async function expectScore(page: Page, score: number): Promise<void> {
  await page.goto(`/hunts/${SLUG}`);
  const row = page.getByRole('row', { name: new RegExp(TEAM) });
  await expect(row).toContainText(String(score));
}

test('points that nobody can have walked to are taken back, and given again', async ({ page }) => {
  expect(await publishHunt(HUNT)).toBe(201);
  await send('location.reported.v1', { lat: 40, lon: 9, accuracyM: 5 });
  await send('place.visited.v1', { place: 'p1', lat: 1, lon: 1 });
  await page.goto(`/fair-play?hunt=${SLUG}`);
  const suspected = page.getByRole('region', { name: 'Suspected events' });
  await expect(suspected.getByText('too far for the time')).toBeVisible();
  await expect(suspected.getByText('1 open case')).toBeVisible();
  await expect(suspected.getByRole('button', { name: 'Take points back' })).toBeDisabled();

  await suspected.getByLabel('Why, for the team to read').fill('The ferry does not go there.');
  await suspected.getByRole('button', { name: 'Take points back' }).click();
  await expect(suspected.getByText(`${TEAM} loses 10 points and has 0 now.`)).toBeInViewport();
  await expect(suspected.getByText('points taken back')).toBeVisible();
  await expectScore(page, 0);

  await page.goto(`/fair-play?hunt=${SLUG}`);
  await suspected.getByLabel('Why, for the team to read').fill('They have shown their ticket.');
  await suspected.getByRole('button', { name: 'Points stand' }).click();
  await expect(page.getByText(`${TEAM} gets 10 points again and has 10 now.`)).toBeVisible();
  await expectScore(page, 10);
});

test('the first of more cases than are remembered is settled as well', async ({ page }) => {
  const slug = 'fair-play-long';
  const clues = Array.from({ length: 103 }, (_, i) => {
    const find = { answer: { accept: [`lantern ${i}`] } };
    return { id: `c${i}`, title: `Lantern ${i}`, points: 10 + i, find };
  });
  const quality = { fairPlay: { guessing: { wrong: 1, inS: 3600 } } };
  expect(await publishHunt({ ...HUNT, slug, clues, quality })).toBe(201);
  const answer = (clue: string, said: string) => {
    return send('clue.answered.v1', { clue, answer: said }, 'guessers', slug);
  };
  await answer('c0', 'a candle');
  for (const [i, { id }] of clues.entries()) await answer(id, `lantern ${i}`);
  await page.goto(`/fair-play?hunt=${slug}`);
  await page.getByText('1 team had more cases than are listed here').click();
  await expect(page.getByText('3 earlier ones that nobody had settled')).toBeVisible();
  await page.getByRole('group').getByRole('link', { name: 'guessers' }).click();
  await expect(page.getByText('Of guessers alone.')).toBeVisible();
  const earlier = page.getByRole('region', { name: 'Earlier ones' });
  const first = earlier.getByRole('listitem').filter({ hasText: 'Lantern 0' });
  await expect(first.getByText('points stand', { exact: true })).toBeVisible();
  await expect(earlier.getByRole('listitem')).toHaveCount(3);

  await first.getByLabel('Why, for the team to read').fill('All by trying.');
  await first.getByRole('button', { name: 'Take points back' }).click();
  await expect(first.getByText(/guessers loses 10 points and has [\d,]+ now/)).toBeVisible();
  await expect(first.getByText('points taken back')).toBeVisible();
  await first.getByLabel('Why, for the team to read').fill('They have shown their notes.');
  await first.getByRole('button', { name: 'Points stand' }).click();
  await expect(first.getByText(/guessers gets 10 points again/)).toBeVisible();

  await first.getByRole('link', { name: 'Its receipt' }).click();
  await page.getByRole('link', { name: 'What is suspected of its team' }).click();
  await expect(earlier.getByRole('listitem')).toHaveCount(3);
  await page.getByRole('button', { name: 'Show all teams' }).click();
  await expect(page.getByText('1 team had more cases')).toBeVisible();
});

test('a jump that moved no points is looked at, too', async ({ page }) => {
  expect([200, 201]).toContain(await publishHunt(HUNT));
  const team = 'jumpers';
  for (const lat of [40, 55]) await send('location.reported.v1', { lat, lon: 9 }, team);
  await page.goto(`/fair-play?hunt=${SLUG}`);
  const jump = page.getByRole('listitem').filter({ hasText: team });
  await expect(jump.getByText('no points')).toBeVisible();
  await jump.getByLabel('Why, for the team to read').fill('The helicopter was announced.');
  await jump.getByRole('button', { name: 'It was fair', exact: true }).click();
  await expect(jump.getByText('Noted. No points moved.')).toBeVisible();
  await expect(jump.getByText('found fair')).toBeVisible();
});

test('a run of events that are not as expected opens an incident', async ({ page }) => {
  expect([200, 201]).toContain(await publishHunt(HUNT));
  await page.goto(`/?hunt=${SLUG}`);
  const incident = page.getByRole('region', { name: 'Incidents' });
  await expect(incident).toContainText('No incident');
  const below = page.getByRole('region', { name: 'Events by outcome', exact: true });
  const before = (await below.boundingBox())?.y;
  for (let accuracyM = 60; accuracyM < 72; accuracyM += 1) {
    await send('location.reported.v1', { lat: 40, lon: 9, accuracyM });
  }
  await expect(incident).toContainText('good-fix of fair-play');
  expect((await below.boundingBox())?.y, 'nothing is pushed down').toBe(before);
  await incident.getByRole('button', { name: 'See the events' }).click();
  await expect(page.getByText(/that do not meet “good-fix”/)).toBeVisible();
  const behind = page.getByRole('list', { name: 'Events behind the point' });
  await expect(behind.getByRole('listitem').first()).toContainText(TEAM);
});
