/** Entry of `@trove/core/quality`: the ground-truth meter's arithmetic, for tools and screens. */
export * from './pairAnswers.js';
export * from './truthClasses.js';
export * from './truthFigures.js';
