export { Backtest, type BacktestFindings, type BacktestSetup } from './backtest.js';
export * from './divergence.js';
export { isPassedOver, loggedOf, versionBrought } from './recordedEvent.js';
export { type FoldHabits, RecordFold, type RulesOf } from './recordFold.js';
export * from './recordTally.js';
export { REPUBLICATION_HABITS } from './republication.js';
export { rankScores, type Scores, scoresOf } from './standings.js';
