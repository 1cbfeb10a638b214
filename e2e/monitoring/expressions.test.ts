/** Dashboard and alerts ask for nothing that no app shows, and each alert has its runbook. */
import { readFileSync } from 'node:fs';
import { createRegistry } from '@trove/telemetry';
import { describe, expect, it } from 'vitest';
import { documented } from '../fixtures/metricsTable.js';
import {
  alertExpressions,
  alerts,
  dashboard,
  dashboardExpressions,
  type Expression,
  metricsIn,
} from './expressions.js';

const DOCS = new URL('../../docs/', import.meta.url);

/** Every name a query may use: the documented ones, the process's own, and Prometheus's `up`. */
function known(): Set<string> {
  const names = new Set(['up']);
  for (const app of ['ingest', 'worker', 'console']) {
    for (const { name, type } of documented(app)) {
      const parts = type === 'histogram' ? ['_bucket', '_sum', '_count'] : [''];
      for (const part of parts) names.add(`${name}${part}`);
    }
  }
  for (const { name } of createRegistry('test').getMetricsAsArray()) names.add(name);
  return names;
}

const unknownIn = (expressions: readonly Expression[]) => {
  const names = known();
  return expressions.flatMap((expression) =>
    metricsIn(expression).filter((name) => !names.has(name)),
  );
};

describe('expressions', () => {
  it('of the dashboard name only metrics that exist', () => {
    expect(dashboardExpressions().length).toBeGreaterThan(30);
    expect(unknownIn(dashboardExpressions())).toEqual([]);
  });

  it('of the alerts name only metrics that exist', () => {
    expect(unknownIn(alertExpressions())).toEqual([]);
  });

  it('leave no documented metric out of the dashboard', () => {
    const names = dashboardExpressions().flatMap(metricsIn);
    const shown = new Set(names.map((name) => name.replace(/_bucket$/, '')));
    const all = ['ingest', 'worker', 'console'].flatMap(documented).map(({ name }) => name);
    expect(all.filter((name) => !shown.has(name))).toEqual([]);
  });

  it('are told apart from what is no PromQL, and from labels and functions', () => {
    const names = (promql: string) => metricsIn({ where: 'test', promql });
    expect(names('sum by (app) (rate(a_total{job="b"}[1m])) / on (app) max(c)')).toEqual([
      'a_total',
      'c',
    ]);
    expect(() => names('sum(rate(a_total[1m])')).toThrow('no PromQL');
  });
});

describe('alerts', () => {
  it('each have their section in the runbook, and the runbook has no other', () => {
    const text = readFileSync(new URL('runbook.md', DOCS), 'utf8');
    const sections = [...text.matchAll(/^### (Trove\w+)$/gm)].map(([, name]) => name);
    expect(sections).toEqual(alerts().map(({ alert }) => alert));
    for (const { alert, annotations } of alerts()) {
      expect(annotations.runbook).toBe(`docs/runbook.md#${alert.toLowerCase()}`);
    }
  });
});

describe('the dashboard', () => {
  it('has panels with ids of their own that do not lie on each other', () => {
    const cells = new Set<string>();
    const ids = new Set<number>();
    for (const panel of dashboard().panels) {
      ids.add(panel.id);
      const { x, y, w, h } = panel.gridPos;
      for (let column = x; column < x + w; column += 1) {
        for (let row = y; row < y + h; row += 1) {
          expect(cells.has(`${column} ${row}`), `${panel.title} lies on another`).toBe(false);
          cells.add(`${column} ${row}`);
        }
      }
    }
    expect(ids.size).toBe(dashboard().panels.length);
  });
});
