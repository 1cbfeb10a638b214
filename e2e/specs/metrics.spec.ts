/** What the console shows Prometheus is what docs/metrics.md says. */

import { documented, exposed } from '../fixtures/metricsTable.js';
import { expect, test } from '../fixtures/trove.js';

test('the console’s metrics are the documented ones', async ({ request }) => {
  const reply = await request.get('/metrics');
  expect(reply.ok()).toBe(true);
  const text = await reply.text();
  expect(exposed(text)).toEqual(documented('console'));
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds/m);
});
