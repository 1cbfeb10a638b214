/** Every quickstart, as it stands in the README or in examples, against a real installation. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Api, HUNT, openApi } from './installation.js';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CODE = 'OPEN-SESAME';
const SCAN = 'CLOCK';
/** A browser, a shell and two interpreters take their time on a busy machine. */
const SLOW_MS = 120_000;

let api: Api;
let folder: string;
beforeAll(async () => {
  [api, folder] = await Promise.all([openApi(7), mkdtemp(join(tmpdir(), 'trove-quick-'))]);
});
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true });
});

/** The README's block of this language below this heading, told where the installation is. */
async function fromReadme(heading: string, language: string): Promise<string> {
  const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
  const section = readme.split(`\n## ${heading}\n`)[1] ?? '';
  const block = section.split(`\`\`\`${language}\n`)[1]?.split('\n```')[0] ?? '';
  expect(block, `a block of ${language}`).not.toBe('');
  return block
    .replaceAll('http://localhost:4000', api.url)
    .replaceAll('localhost:4000', api.url)
    .replaceAll('harbour-night', HUNT)
    .replaceAll('HARBOUR', CODE)
    .replaceAll('PRETZEL-4AM', SCAN);
}

const HEADING = 'Send your first event';

it('curl: the five lines of the README', { timeout: SLOW_MS }, async () => {
  const { stdout } = await run('bash', ['-euc', await fromReadme(HEADING, 'sh')]);
  expect(JSON.parse(stdout)).toMatchObject({
    acks: ['appended'],
    results: [{ outcome: 'accepted', verdict: 'solved' }],
  });
});

it('TypeScript: the import and five lines of the README', { timeout: SLOW_MS }, async () => {
  const lines = await fromReadme(HEADING, 'ts');
  expect(lines.split('\n')).toHaveLength(6);
  const code = `${lines}\nplayer.close();`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code], {
    cwd: ROOT,
  });
  expect(stdout).toContain("verdict: 'solved'");
});

it('Node: examples/node-player', { timeout: SLOW_MS }, async () => {
  const script = join(ROOT, 'examples/node-player/play.mjs');
  const { stdout } = await run(process.execPath, [script, api.url, HUNT, CODE, SCAN], {
    cwd: folder,
  });
  expect(stdout).toContain("verdict: 'solved'");
});

it('a browser: examples/browser-player, with its queue in IndexedDB', {
  timeout: SLOW_MS,
}, async () => {
  const page = await servePage();
  const browser = await chromium.launch({
    ...(process.env['TROVE_CHROMIUM'] && { executablePath: process.env['TROVE_CHROMIUM'] }),
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  });
  try {
    const tab = await browser.newPage();
    const query = new URLSearchParams({ url: api.url, hunt: HUNT, code: CODE, scan: SCAN });
    await tab.goto(`${page.url}/?${query}`);
    await tab.waitForFunction(() => document.body.textContent?.includes('solved') === true);
    await tab.reload();
    await tab.waitForFunction(() => document.body.textContent?.includes('already_solved'));
    const databases = await tab.evaluate(async () => await indexedDB.databases());
    expect(databases.map(({ name }) => name)).toContain('trove-player');
  } finally {
    await browser.close();
    page.close();
  }
});

/** The example as an app's bundler makes it, on an origin of its own. */
async function servePage(): Promise<{ url: string; close(): void }> {
  const source = join(ROOT, 'examples/browser-player');
  const bundle = await rolldown({ input: join(source, 'main.js'), platform: 'browser' });
  const { output } = await bundle.generate({ format: 'esm' });
  await bundle.close();
  const html = await readFile(join(source, 'index.html'));
  const server = createServer((request, reply) => {
    const isScript = request.url === '/main.js';
    reply.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    reply.end(isScript ? output[0].code : html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

it('Python: examples/python-player, where python-socketio is installed', {
  timeout: SLOW_MS,
}, async () => {
  const python = process.env['TROVE_PYTHON'] ?? 'python3';
  const missing = await run(python, ['-c', 'import socketio, websocket']).then(
    () => undefined,
    (error: Error) => error.message.split('\n').at(-2) ?? error.message,
  );
  if (missing !== undefined) {
    console.info(`examples/python-player was not run: ${missing}`);
    return;
  }
  const script = join(ROOT, 'examples/python-player/play.py');
  const { stdout } = await run(python, [script, api.url, HUNT, CODE, SCAN]);
  expect(JSON.parse(stdout)).toMatchObject({ outcome: 'accepted', verdict: 'solved', points: 20 });
});
