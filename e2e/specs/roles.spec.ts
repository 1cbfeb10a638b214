/** Every server action there is refuses whoever may not, whatever they send. */
import type { BrowserContext } from '@playwright/test';
import { callAction, serverActions } from '../fixtures/actions.js';
import { invite, join, newcomer } from '../fixtures/staff.js';
import { expect, test } from '../fixtures/trove.js';

type Needs = 'read' | 'operate' | 'design' | 'manage';

/** What each action needs. One that is not named here fails the test: think before you add it. */
const ACTIONS: Readonly<Record<string, Needs | 'nothing'>> = {
  signIn: 'nothing',
  confirmSignIn: 'nothing',
  acceptInvitation: 'nothing',
  takePasswordLink: 'nothing',
  signOut: 'nothing',
  changePassword: 'nothing',
  startTwoFactor: 'read',
  confirmTwoFactor: 'read',
  endTwoFactor: 'read',
  operateHunt: 'operate',
  settleSuspect: 'operate',
  foretellReplay: 'operate',
  replayEntry: 'operate',
  previewRepair: 'operate',
  startRepair: 'operate',
  cancelRun: 'operate',
  discardEntry: 'operate',
  discardList: 'operate',
  setTwin: 'operate',
  createHunt: 'design',
  duplicateHunt: 'design',
  importHunt: 'design',
  archiveHunt: 'design',
  layFloorPlan: 'design',
  removeFloorPlan: 'design',
  startDraft: 'design',
  takeVersion: 'design',
  saveDraft: 'design',
  saveDraftText: 'design',
  mendDraft: 'design',
  tryDraft: 'design',
  publishDraft: 'design',
  rollBack: 'design',
  foretellRepublication: 'design',
  republishDraft: 'design',
  cancelRepublication: 'design',
  askForReview: 'design',
  reviewDraft: 'design',
  openTestPlayer: 'design',
  startBacktest: 'design',
  cancelBacktest: 'design',
  inviteStaff: 'manage',
  revokeInvitation: 'manage',
  changeRole: 'manage',
  changeAccess: 'manage',
  makePasswordLink: 'manage',
  createKey: 'manage',
  revokeKey: 'manage',
};

const MAY: Readonly<Record<string, readonly Needs[]>> = {
  viewer: ['read'],
  operator: ['read', 'operate'],
  designer: ['read', 'design'],
};

test('every action of the build stands in the table', () => {
  expect(
    serverActions()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(Object.keys(ACTIONS).sort());
});

for (const [role, may] of Object.entries(MAY)) {
  test(`a ${role} is refused what a ${role} may not, and nothing else`, async ({
    page,
    browser,
  }) => {
    const email = `${role}-${Date.now()}@trove.test`;
    const context = await join(browser, { link: await invite(page, { email, role }), email });
    const refused = await refusedTo(context);
    const expected = serverActions()
      .filter(({ name }) => ACTIONS[name] !== 'nothing' && !may.includes(ACTIONS[name] as Needs))
      .map(({ name }) => name);
    expect(refused).toEqual(expected);
    await context.close();
  });
}

test('nobody gets anything without a session', async ({ browser }) => {
  const context = await newcomer(browser);
  for (const action of serverActions()) {
    if (ACTIONS[action.name] === 'nothing') continue;
    const { text } = await callAction(context.request, action, {});
    expect(text, action.name).toContain('Sign in first.');
  }
  await context.close();
});

/** Names of the actions that answer with the refusal of a role, in the order of the build. */
async function refusedTo({ request }: BrowserContext): Promise<readonly string[]> {
  const refused: string[] = [];
  for (const action of serverActions()) {
    if (ACTIONS[action.name] === 'nothing') continue;
    const { text } = await callAction(request, action, {});
    if (text.includes('You may not')) refused.push(action.name);
  }
  return refused;
}
