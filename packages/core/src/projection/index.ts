/** Entry of `@trove/core/projection`: pure folds that turn the pipeline's streams into views. */
export * from './stageSketch.js';
