export { askBoth } from './askBoth.js';
export { firstDecided, isRepeat } from './firstDecided.js';
export { createPace } from './pace.js';
export { EpochMoved, Recomputation, type RecomputeOrder } from './recomputation.js';
export { type ReconcileWatch, reconcile } from './reconcile.js';
export { RecordFault } from './recordFault.js';
export type { RecordSources } from './recordSources.js';
export { type BacktestOrder, type BacktestWatch, runBacktest } from './runBacktest.js';
export { Twin, type TwinAnswer } from './twin.js';
