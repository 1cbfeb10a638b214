/** What keeps others out of the console: its policy, the origin of actions, and its bundle. */
import { readdirSync, readFileSync } from 'node:fs';
import { callAction, serverActions } from '../fixtures/actions.js';
import { expect, test } from '../fixtures/trove.js';

const BUNDLE = new URL('../../apps/console/.next/static/', import.meta.url);

/** Names of what only servers may know or load. */
const SERVER_ONLY = [
  'BETTER_AUTH_SECRET',
  'DATABASE_URL',
  'REDIS_URL',
  'TROVE_TOKEN_SECRET',
  'PrismaClient',
  'ioredis',
  'argon2id',
  'postgresql://',
];

test('no script runs that the page did not name', async ({ page }) => {
  const response = await page.goto('/');
  const policy = response?.headers()['content-security-policy'] ?? '';
  const directives = new Map(
    policy.split(';').map((part) => {
      const [name = '', ...sources] = part.trim().split(' ');
      return [name, sources] as const;
    }),
  );
  const scripts = directives.get('script-src') ?? [];
  expect(scripts.some((source) => source.startsWith("'nonce-"))).toBe(true);
  expect(scripts).not.toContain("'unsafe-inline'");
  expect(scripts).not.toContain("'unsafe-eval'");
  expect(directives.get('object-src')).toEqual(["'none'"]);
  expect(directives.get('base-uri')).toEqual(["'none'"]);
  expect(directives.get('frame-ancestors')).toEqual(["'none'"]);
});

test('an action called from another site does nothing', async ({ page }) => {
  const action = serverActions().find(({ name }) => name === 'inviteStaff');
  if (!action) throw new Error('the build has no inviteStaff');
  const input = { email: 'stranger@trove.test', role: 'admin' };
  const foreign = { ...action, origin: 'https://another-site.example' };
  const answer = await callAction(page.request, foreign, input);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  const staff = await page.request.get('/api/staff');
  expect(await staff.text()).not.toContain('stranger@trove.test');
});

test('what browsers load holds nothing of the servers', () => {
  const files = readdirSync(BUNDLE, { recursive: true, encoding: 'utf8' });
  const scripts = files.filter((file) => file.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(10);
  const found = scripts.flatMap((file) => {
    const text = readFileSync(new URL(file, BUNDLE), 'utf8');
    return SERVER_ONLY.filter((word) => text.includes(word)).map((word) => `${word} in ${file}`);
  });
  expect(found).toEqual([]);
});
