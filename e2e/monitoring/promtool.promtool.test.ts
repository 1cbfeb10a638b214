/** What Prometheus's own promtool says of the metrics, the queries and the alerts. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { type Api, call, cloudEvent, openApi } from '../api/installation.js';
import { DEPLOY, dashboardExpressions } from './expressions.js';

const DATABASE = 7;
const PROMTOOL = process.env.TROVE_PROMTOOL ?? '';
const PROMETHEUS = join(DEPLOY, 'prometheus');

let api: Api;
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trove-promtool-'));
  api = await openApi(DATABASE);
  const options = { token: api.token, type: 'application/cloudevents+json', prefer: 'wait=5' };
  for (const code of ['CLOCK', 'NOTHING']) {
    await call(api.url, 'POST /v1/events', { ...options, body: JSON.stringify(cloudEvent(code)) });
  }
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Exit code and whatever was said; `input` goes to its standard input. */
function promtool(args: readonly string[], input = ''): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    const child = execFile(PROMTOOL, args, { cwd: PROMETHEUS }, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : Number(error !== null);
      resolve({ code, said: `${stdout}${stderr}` });
    });
    child.stdin?.end(input);
  });
}

const FINE = { code: 0, said: expect.any(String) as string };

describe('promtool', () => {
  it.each(['door', 'worker'] as const)(
    'finds nothing to say of the metrics of a %s',
    async (app) => {
      const reply = await fetch(`http://127.0.0.1:${api[app].port}/metrics`);
      const { code, said } = await promtool(['check', 'metrics'], await reply.text());
      expect({ code, said }).toEqual({ code: 0, said: '' });
    },
  );

  it('parses every query of the dashboard', async () => {
    const rules = dashboardExpressions().map(({ promql }, i) => ({
      record: `query:${i}`,
      expr: promql,
    }));
    const file = join(folder, 'queries.yml');
    writeFileSync(file, stringify({ groups: [{ name: 'dashboard', rules }] }));
    expect(await promtool(['check', 'rules', file])).toEqual(FINE);
  });

  it('accepts the alerts and the configuration', async () => {
    expect(await promtool(['check', 'rules', 'alerts.yml'])).toEqual(FINE);
    expect(await promtool(['check', 'config', 'prometheus.yml'])).toEqual(FINE);
  });

  it('sees the alerts speak when they should, and only then', async () => {
    expect(await promtool(['test', 'rules', 'alerts.test.yml'])).toEqual(FINE);
  });

  it('does refuse what is wrong', async () => {
    const file = join(folder, 'wrong.yml');
    const rules = [{ record: 'query:0', expr: 'sum(rate(up[1m])' }];
    writeFileSync(file, stringify({ groups: [{ name: 'wrong', rules }] }));
    expect((await promtool(['check', 'rules', file])).code).not.toBe(0);
  });
});
