/**
 * Players on their phones: a whole hunt with the network cut for a minute in its middle, two
 * devices of a team that merge afterwards, and what operators say on the way.
 */
import { expect, type Page } from '@playwright/test';
import { operate } from '../fixtures/door.js';
import { goTo, joinAs, openClue, openPhone, openScreen, type Phone } from '../fixtures/phone.js';
import { picture } from '../fixtures/playerPictures.js';
import { CODE, GULL, PIER, publishPlayHunt, rivalScans } from '../fixtures/playHunt.js';
import { test } from '../fixtures/trove.js';

/** How long the network is away, of real time. */
const CUT_MS = 60_000;
/** Clues of the hunt together; the hint costs 5 of them. */
const WHOLE_SCORE = 10 + 20 + 15 + 5 + 12 + 30 - 5;

test.describe.configure({ timeout: 240_000 });

const statusLine = (page: Page) => page.getByRole('link', { name: /^Connection:/ });

async function sendCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Or type the code').fill(code);
  await page.getByRole('button', { name: 'Send the code' }).click();
}

async function answer(page: Page, text: string): Promise<void> {
  await page.getByLabel('Your answer').fill(text);
  await page.getByRole('button', { name: 'Send answer' }).click();
}

/** The head of every screen tells it. */
async function expectScore(page: Page, score: number): Promise<void> {
  await expect(page.getByRole('banner')).toContainText(`${score} pts`);
}

test('a whole hunt, with a minute without a signal in its middle', async ({ browser }) => {
  const hunt = await publishPlayHunt();
  const ada = await openPhone(browser);
  const ben = await openPhone(browser);
  const both = [ada, ben] as const;

  await test.step('one makes a team, the other joins it by its code', async () => {
    await ada.page.goto(`/play/${hunt}#code=${CODE}`);
    await joinAs(ada.page, { name: 'Ada', team: 'Herons' });
    expect(ada.page.url()).not.toContain(CODE);
    await goTo(ada.page, 'Team');
    const letIn = ada.page.getByRole('region', { name: 'Let others in' });
    const teamCode = (await letIn.locator('strong').textContent()) ?? '';
    await ben.page.goto(`/play/${hunt}#team=${teamCode}`);
    await joinAs(ben.page, { name: 'Ben' });
    await expect(ada.page.getByRole('region', { name: 'Players' })).toContainText('Ben');
  });

  await test.step('with a signal: a code, and a hint whose cost is agreed to', async () => {
    const { page } = ada;
    await openClue(page, 'The brass plate');
    await expect(page.locator('strong', { hasText: 'iron pretzel' })).toBeVisible();
    await sendCode(page, 'PRETZEL-4AM');
    await expect(page.getByRole('region', { name: 'Your tries' })).toContainText('+10 points');
    await openClue(page, 'A clock with a mistake');
    await page.getByRole('button', { name: 'Show hint 1' }).click();
    await expect(page.getByText('It costs your team 5 points. Take it?')).toBeVisible();
    await page.getByRole('button', { name: 'Take it' }).click();
    await expect(page.getByRole('region', { name: 'Hints' })).toContainText('Count matches.');
    for (const phone of both) await expectScore(phone.page, 5);
  });

  const cutAtMs = Date.now();
  await test.step('without a signal both play on, and nothing is said to be sent', async () => {
    await Promise.all(both.map((phone) => phone.signal('off')));
    await playInTheDark(ada, ben);
  });

  await test.step('the page starts again without a signal, and knows what waits', async () => {
    const { page } = ada;
    await page.reload();
    await expect(statusLine(page)).toContainText('waiting for signal 3');
    await openClue(page, 'The old pier');
    await expect(page.getByText('On your phone, waiting for a signal.')).toBeVisible();
    await picture(page, 'player-offline');
    await expect(async () => {
      await expect(statusLine(page)).toContainText('waiting for signal 3');
      expect(Date.now() - cutAtMs).toBeGreaterThan(CUT_MS);
    }).toPass({ timeout: CUT_MS + 30_000 });
  });

  await test.step('back again, all of it arrives, and each clue pays once', async () => {
    await Promise.all(both.map((phone) => phone.signal('on')));
    for (const phone of both) {
      await expect(statusLine(phone.page)).not.toContainText('waiting', { timeout: 30_000 });
      await expectScore(phone.page, WHOLE_SCORE - 5 - 30);
    }
    const solved = await Promise.all(both.map((phone) => timesSolved(phone, 'A clock')));
    expect(solved.reduce((sum, times) => sum + times, 0)).toBe(1);
  });

  await test.step('what the pier has opened ends the hunt', async () => {
    const { page } = ben;
    await openClue(page, 'The lamp');
    await sendCode(page, 'LAMP-LIT');
    const tries = page.getByRole('region', { name: 'Your tries' });
    await expect(tries).toContainText('The keeper waves at you.');
    await tries.getByText('Why?').click();
    await expect(tries).toContainText('The rule “keeper” counted.');
    await ben.context.setGeolocation({ latitude: 54.46215, longitude: 11.0018, accuracy: 8 });
    await openClue(page, 'The market cross');
    await page.getByRole('button', { name: 'I am here' }).click();
    await expect(page.getByRole('region', { name: 'Your tries' })).toContainText('Solved!');
    for (const phone of both) await expectScore(phone.page, WHOLE_SCORE);
    await goTo(ada.page, 'Clues');
    await expect(ada.page.getByText('You have solved every clue. What a team!')).toBeVisible();
  });
  for (const phone of both) await phone.close();
});

/** Ada has the clock, the flag and the pier; Ben has the clock too. */
async function playInTheDark(ada: Phone, ben: Phone): Promise<void> {
  const { page } = ada;
  await expect(statusLine(page)).toContainText('No signal');
  await answer(page, 'iiii');
  await expect(statusLine(page)).toContainText('waiting for signal 1');
  await openClue(page, 'What tomorrow brings');
  await page.getByRole('radio', { name: 'The yellow one, folded' }).check();
  await page.getByRole('button', { name: 'Send choice' }).click();
  await ada.context.setGeolocation({ latitude: PIER.lat, longitude: PIER.lon, accuracy: 12 });
  await openClue(page, 'The old pier');
  await page.getByRole('button', { name: 'I am here' }).click();
  await expect(statusLine(page)).toContainText('waiting for signal 3');
  await expect(page.getByText('Solved!')).toHaveCount(0);
  await openClue(ben.page, 'A clock with a mistake');
  await answer(ben.page, 'IIII');
  await expect(statusLine(ben.page)).toContainText('waiting for signal 1');
}

/** How many of a phone's submissions for a clue say that they solved it. */
async function timesSolved({ page }: Phone, clue: string): Promise<number> {
  await openScreen(page, '#/sent');
  const cards = page.getByRole('article').filter({ hasText: clue });
  // Each is decided, which its receipt alone can be asked about.
  await expect(cards.filter({ hasNotText: 'Why?' })).toHaveCount(0);
  return await cards.filter({ hasText: 'Solved!' }).count();
}

test('what operators say and do is on every screen within a second', async ({ browser }) => {
  const hunt = await publishPlayHunt();
  const phone = await openPhone(browser);
  const { page } = phone;
  await page.goto(`/play/${hunt}#code=${CODE}`);
  await joinAs(page, { name: 'Ada' });
  await expect(statusLine(page)).toContainText('Connected');

  const text = 'Soup at the gate until nine';
  const said = operate(hunt, { type: 'hunt.broadcast.v1', data: { text } });
  await page.getByRole('status').getByText(text).waitFor({ timeout: 1_000 });
  expect(await said).toBeLessThan(300);
  await page.getByRole('link', { name: 'Messages, 1 new' }).click();
  await expect(page.getByRole('main').getByRole('listitem')).toContainText(text);
  await expect(page.getByRole('link', { name: 'Messages', exact: true })).toBeVisible();

  await operate(hunt, { type: 'hunt.phase_changed.v1', data: { phase: 'paused' } });
  await expect(page.getByRole('main')).toContainText('The hunt is paused.');
  await operate(hunt, { type: 'hunt.phase_changed.v1', data: { phase: 'live' } });
  await expect(page.getByRole('main')).not.toContainText('The hunt is paused.');

  await goTo(page, 'Clues');
  await expect(page.getByText('Still locked')).toBeVisible();
  await operate(hunt, { type: 'clue.unlocked.v1', data: { clue: 'lamp' } });
  await expect(page.getByRole('status').getByText('Open now: The lamp')).toBeVisible();
  await expect(page.getByText('Still locked')).toBeHidden();

  await rivalScans(hunt, 'otters');
  await goTo(page, 'Board');
  await expect(page.getByRole('row', { name: /otters/ })).toContainText('10');
  await operate(hunt, { type: 'board.freeze_changed.v1', data: { isFrozen: true } });
  await expect(page.getByText(/Frozen at/)).toBeVisible();
  await phone.close();
});

test('a photo waits for a signal, and then for an organiser', async ({ browser }) => {
  const hunt = await publishPlayHunt(GULL);
  const phone = await openPhone(browser);
  const { page } = phone;
  await page.goto(`/play/${hunt}#code=${CODE}`);
  await joinAs(page, { name: 'Ada' });
  await openClue(page, GULL.title);
  const buffer = await page.screenshot();
  await phone.signal('off');
  const camera = page.getByLabel('Photo', { exact: true });
  await camera.setInputFiles({ name: 'gull.png', mimeType: 'image/png', buffer });
  const tries = page.getByRole('region', { name: 'Your tries' });
  await expect(tries).toContainText('On your phone, until it is sent.');
  await expect(statusLine(page)).toContainText('waiting for signal 1');
  await page.reload();
  await expect(tries).toContainText('On your phone, until it is sent.');
  await phone.signal('on');
  await expect(tries).toContainText('An organiser will look at your photo.');
  await expect(page.getByText('Your photo waits for an organiser to look at it.')).toBeVisible();
  await phone.close();
});
