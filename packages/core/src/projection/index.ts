/** Entry of `@trove/core/projection`: pure folds that turn the pipeline's streams into views. */
export { stagesSince } from './bucketRing.js';
export * from './buckets.js';
export * from './incidents.js';
export * from './liveFold.js';
export * from './rollupLevels.js';
export * from './rollups.js';
export * from './stageSketch.js';
export * from './streamCursor.js';
export * from './viewRollups.js';
