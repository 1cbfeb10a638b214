/** What designers are told of the rules and fixtures of a draft, as it was last saved. */
import type { RulesAnswer } from '../../features/rules/answers';
import type { FixturesAnswer } from '../../features/trial/answers';
import { db } from '../connections';
import { contracts, core, database } from '../packages';

/** Undefined when there is no such draft. */
export async function readDraftRules(slug: string): Promise<RulesAnswer | undefined> {
  const draft = await findDraft(slug);
  if (!draft) return undefined;
  const report = core.reportRules(core.valueOfHuntFile(draft.source));
  return { revision: draft.revision, functions: core.RULE_FUNCTIONS, ...report };
}

/** Undefined when there is no such draft. */
export async function readDraftFixtures(slug: string): Promise<FixturesAnswer | undefined> {
  const draft = await findDraft(slug);
  return draft && { revision: draft.revision, ran: core.runDraftFixtures(draft.source) };
}

async function findDraft(slug: string) {
  if (!contracts.HuntSlug.safeParse(slug).success) return undefined;
  return await database.draftStore(db()).find(slug);
}
