/** What the apps are told: what the environment says, and else addresses of this machine. */
import { afterEach, expect, it, vi } from 'vitest';
import { describeApps, namedAddress, wishedPort } from './apps.mjs';

const ports = { console: 3000, ingest: 4000, worker: 4001 };
const secrets = { tokenSecret: 'dev-token', authSecret: 'dev-auth', postgresPassword: 'dev' };

/** The apps by name, as they are described in this environment. */
function appsIn(env) {
  const apps = describeApps({ ports, env, secrets, watch: false });
  return Object.fromEntries(apps.map((app) => [app.name, app]));
}

it('listen on this machine alone, and the console names the door there', () => {
  const { console: staff, ingest, worker } = appsIn({});
  expect([ingest.url, worker.url]).toEqual(['http://127.0.0.1:4000', 'http://127.0.0.1:4001']);
  expect(ingest.env).toMatchObject({ HOST: '127.0.0.1', PORT: '4000' });
  expect(staff.args.slice(-4)).toEqual(['-H', '127.0.0.1', '-p', '3000']);
  expect(staff.env).toMatchObject({
    PUBLIC_URL: 'http://localhost:3000',
    TROVE_INGEST_URL: 'http://127.0.0.1:4000',
  });
  expect(namedAddress(staff.url)).toBe('http://localhost:3000');
});

it('listen where HOST says, and have the addresses that are given', () => {
  const given = { TROVE_INGEST_URL: 'https://door.example', PUBLIC_URL: 'https://staff.example' };
  const { console: staff, ingest, worker } = appsIn({ HOST: '0.0.0.0', ...given });
  expect([ingest.env.HOST, worker.env.HOST, staff.args.at(-3)]).toEqual(Array(3).fill('0.0.0.0'));
  expect(ingest.url).toBe('http://127.0.0.1:4000');
  expect(staff.env).toMatchObject(given);
});

it('are asked and named at the address they alone listen on', () => {
  const { console: staff, ingest } = appsIn({ HOST: '192.168.1.5' });
  expect(ingest.url).toBe('http://192.168.1.5:4000');
  expect(staff.env.TROVE_INGEST_URL).toBe('http://192.168.1.5:4000');
  expect(namedAddress(staff.url)).toBe('http://192.168.1.5:3000');
  expect(appsIn({ HOST: '::1' }).ingest.url).toBe('http://[::1]:4000');
});

afterEach(() => vi.unstubAllEnvs());

it.each(['0', '-1', '3300.5', '80000', 'abc'])('are not begun where PORT is %s', (port) => {
  vi.stubEnv('PORT', port);
  expect(wishedPort).toThrow(`from 1 to 65535; it is "${port}"`);
});

it.each([
  ['', 3_000],
  ['3300', 3_300],
])('have the console at the port that is wished for: "%s"', (wish, port) => {
  vi.stubEnv('PORT', wish);
  expect(wishedPort()).toBe(port);
});
