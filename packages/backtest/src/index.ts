export { createPace } from './pace.js';
export { RecordFault } from './recordFault.js';
export type { RecordSources } from './recordSources.js';
export { type BacktestOrder, type BacktestWatch, runBacktest } from './runBacktest.js';
