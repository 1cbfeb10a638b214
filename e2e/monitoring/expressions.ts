/** The PromQL of the dashboard and of the alerts, and which metrics an expression asks for. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parser } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';

export const DEPLOY = fileURLToPath(new URL('../../deploy/', import.meta.url));
const read = (file: string) => readFileSync(`${DEPLOY}${file}`, 'utf8');

export interface Expression {
  /** The panel or alert, for people. */
  readonly where: string;
  /** Grafana's variables replaced by what Grafana would put in. */
  readonly promql: string;
}

interface Panel {
  readonly id: number;
  readonly title: string;
  readonly gridPos: {
    readonly x: number;
    readonly y: number;
    readonly w: number;
    readonly h: number;
  };
  readonly targets?: readonly { readonly expr: string }[];
}

interface Dashboard {
  readonly panels: readonly Panel[];
  readonly templating: { readonly list: readonly { readonly definition?: string }[] };
}

export function dashboard(): Dashboard {
  return JSON.parse(read('grafana/dashboards/trove.json')) as Dashboard;
}

export interface Alert {
  readonly alert: string;
  readonly expr: string;
  readonly annotations: { readonly runbook: string };
}

export function alerts(): Alert[] {
  const file = parse(read('prometheus/alerts.yml')) as { groups: { rules: Alert[] }[] };
  return file.groups.flatMap(({ rules }) => rules);
}

/** Of the dashboard's panels and of its variables. */
export function dashboardExpressions(): Expression[] {
  const { panels, templating } = dashboard();
  const ofPanels = panels.flatMap(({ title, targets = [] }) =>
    targets.map(({ expr }) => ({ where: title, promql: withVariables(expr) })),
  );
  const ofVariables = templating.list.flatMap(({ definition }) => {
    const asked = /^label_values\((\w+), \w+\)$/.exec(definition ?? '')?.[1];
    return asked === undefined ? [] : [{ where: 'a variable', promql: asked }];
  });
  return [...ofPanels, ...ofVariables];
}

function withVariables(expr: string): string {
  return expr.replaceAll('$__rate_interval', '1m').replaceAll('$hunt', '.*');
}

export function alertExpressions(): Expression[] {
  return alerts().map(({ alert, expr }) => ({ where: alert, promql: expr }));
}

/** Names of metrics in an expression. Throws when it is no PromQL. */
export function metricsIn({ where, promql }: Expression): string[] {
  const names: string[] = [];
  parser.parse(promql).iterate({
    enter({ type, from, to, node }) {
      if (type.isError) throw new Error(`${where}: no PromQL at ${from}: ${promql}`);
      const isName = type.name === 'Identifier' && node.parent?.name === 'VectorSelector';
      if (isName) names.push(promql.slice(from, to));
    },
  });
  return names;
}
