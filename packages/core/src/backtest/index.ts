export { Backtest, type BacktestFindings, type BacktestSetup } from './backtest.js';
export * from './divergence.js';
export { RecordFold, type RulesOf } from './recordFold.js';
export * from './recordTally.js';
export { rankScores, type Scores } from './standings.js';
