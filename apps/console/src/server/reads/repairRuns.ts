/** Repair runs as the screen shows them. */
import type { RunsAnswer } from '../../features/quarantine/answers';
import { db } from '../connections';
import { database } from '../packages';

export async function readRuns(): Promise<RunsAnswer> {
  return { runs: await database.repairReads(db()).list() };
}
