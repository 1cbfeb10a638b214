/**
 * The Prometheus registry of a process. Names are `trove_<what>_<unit>` with
 * base units (`_seconds`, `_bytes`, `_total`); no player or event id is a label.
 */
import { collectDefaultMetrics, Registry } from 'prom-client';

export { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** A registry that labels everything with the app and holds the process's own metrics. */
export function createRegistry(app: string): Registry {
  const registry = new Registry();
  registry.setDefaultLabels({ app });
  collectDefaultMetrics({ register: registry });
  return registry;
}
