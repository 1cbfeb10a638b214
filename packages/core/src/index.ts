export * from './game/clueProgress.js';
export * from './game/clueViews.js';
export { hintKey } from './game/hints.js';
export { isBanned, isOpen } from './game/judge.js';
export {
  isMembership,
  type MembershipEvent,
  type MembershipType,
} from './game/membership.js';
export * from './game/phases.js';
export * from './game/roster.js';
export * from './game/scoreTimeline.js';
export * from './game/state.js';
export * from './game/teamSnapshot.js';
export * from './game/teamView.js';
export { isUnlockedFor, withOpened } from './game/unlock.js';
export { wordsOfRefusal } from './game/wordsOfRefusal.js';
export { huntOpenedMs } from './game/worth.js';
export { distanceM, type Point } from './geo/distance.js';
export { canonicalHunt } from './hunt/canonicalHunt.js';
export type * from './hunt/compiledHunt.js';
export { compileHunt, type HuntCompilation } from './hunt/compileHunt.js';
export type { DiffStep, HuntDifference } from './hunt/diff/change.js';
export { diffHunts, type HuntDiff } from './hunt/diff/diffHunts.js';
export { editHuntFile, valueOfHuntFile } from './hunt/edit/editHuntFile.js';
export type * from './hunt/fixtures/caseReport.js';
export {
  type DraftFixture,
  type DraftFixtures,
  playableHunt,
  runDraftFixtures,
} from './hunt/fixtures/runDraftFixtures.js';
export { runFixtures } from './hunt/fixtures/runFixtures.js';
export { applyEdit } from './hunt/lint/applyEdit.js';
export { type HuntLint, lintHuntFile } from './hunt/lint/lintHuntFile.js';
export { normaliseAnswer } from './hunt/normaliseAnswer.js';
export { type HuntReading, parseHuntFile } from './hunt/parseHuntFile.js';
export { type RuleReport, type RulesReport, reportRules } from './hunt/reportRules.js';
export { fixtureOfTrial } from './hunt/trial/fixtureOfTrial.js';
export { runTrial, type TrialEvent, type TriedEvent } from './hunt/trial/runTrial.js';
export { trialFault, trialStartMs } from './hunt/trial/trialFault.js';
export { type ImaginaryTeam, imaginaryCells } from './hunt/trial/trialStart.js';
export * from './pipeline/applyDecision.js';
export { beginsChunk, type Republication, republicationIn } from './pipeline/beginsChunk.js';
export * from './pipeline/decide.js';
export * from './pipeline/decision.js';
export { passedBuckets } from './pipeline/huntChanges.js';
export * from './pipeline/idTimeProblem.js';
export * from './pipeline/isControl.js';
export { emptyCells } from './pipeline/memoryFold.js';
export * from './pipeline/namesOfChunk.js';
export { bucketOf, type Chunk, type StateView } from './pipeline/work.js';
export * from './ports/eventLog.js';
export * from './ports/loggedEvent.js';
export * from './ports/stateStore.js';
export { type AskHunt, askHunt } from './quality/askHunt.js';
export { effectiveMs, type Watermark, watermarkAt } from './quality/effectiveTime.js';
export { judgeByHunt } from './quality/judgeByHunt.js';
export * from './quality/judgeEntry.js';
export * from './quality/prospect.js';
export { type PlanReading, type RepairPlan, readRepairPlan } from './quality/repairPlan.js';
export * from './quality/repairTally.js';
export { stateAfter } from './quality/settlement.js';
export * from './quality/teamWatch.js';
export { type AskedRule, askedRules, typeAsked } from './receipt/askedRules.js';
export { makeReceipt, type ReceiptParts } from './receipt/makeReceipt.js';
export type { ReceiptFacts } from './receipt/receiptFacts.js';
export { receiptForPlayer } from './receipt/receiptForPlayer.js';
export { refusedEvent } from './receipt/refusedEvent.js';
export { atlasOf } from './recommend/clueAtlas.js';
export { ClueTable, type FigureSource } from './recommend/clueTable.js';
export * from './recommend/companions.js';
export * from './recommend/coVisits.js';
export * from './recommend/huntMemory.js';
export * from './recommend/limits.js';
export * from './recommend/popularity.js';
export { Ranking, type Seeker } from './recommend/rankClues.js';
export * from './recommend/rankModel.js';
export { suggestLikely } from './recommend/recommend.js';
export * from './recommend/signals.js';
export { type Suggested, suggest } from './recommend/suggest.js';
export { followSpanOf } from './recommend/suggestionCounts.js';
export {
  type EventField,
  type EventWords,
  eventWords,
  RULE_FUNCTIONS,
  type RuleFunction,
  type RuleName,
} from './rules/eventWords.js';
export { ANSWER, readAnswers } from './rules/ruleAnswer.js';
export type * from './rules/ruleContext.js';
