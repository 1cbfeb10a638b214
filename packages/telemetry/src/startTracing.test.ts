/** When spans are made, and what they say for those that come after. */
import { expect, it } from 'vitest';
import { startTracing, type Tracing } from './startTracing.js';

const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
const SAMPLED = `00-${TRACE_ID}-b7ad6b7169203331-01`;

async function tracing(endpoint: string | undefined): Promise<Tracing | undefined> {
  const onTrouble = () => undefined;
  return await startTracing({ app: 'test', process: 'test-1', version: '0', endpoint, onTrouble });
}

it('is off without an endpoint', async () => {
  expect(await tracing(undefined)).toBeUndefined();
});

it('makes parts of sampled traces only, and names itself to what follows', async () => {
  const on = await tracing('http://127.0.0.1:9/');
  const begin = (parent: string) => on?.begin({ name: 'send', parent, startUs: 1 });
  expect(begin(SAMPLED.replace(/1$/, '0'))).toBeUndefined();
  expect(begin('not a trace')).toBeUndefined();
  const span = begin(SAMPLED);
  expect(span?.traceparent).toMatch(new RegExp(`^00-${TRACE_ID}-[0-9a-f]{16}-01$`));
  expect(span?.traceparent).not.toBe(SAMPLED);
});

it('begins a trace of its own where there is no parent', async () => {
  const on = await tracing('http://127.0.0.1:9');
  const span = on?.begin({ name: 'drain', startUs: 1, links: [SAMPLED] });
  expect(span?.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  expect(span?.traceparent).not.toContain(TRACE_ID);
});
