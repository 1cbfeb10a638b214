/** How often the rules of a hunt have fired of late, as the ledger has it. */
import type { RulesFiredAnswer } from '../../features/rules/answers';
import { db } from '../connections';
import { contracts, database } from '../packages';

const HOUR_MS = 3_600_000;

/** Undefined when no hunt can have this name. */
export async function readRulesFired(
  slug: string,
  nowMs: number,
): Promise<RulesFiredAnswer | undefined> {
  if (!contracts.HuntSlug.safeParse(slug).success) return undefined;
  const fired = await database.liveReads(db()).rulesFired(slug, nowMs - HOUR_MS);
  return { fired: Object.fromEntries(fired) };
}
