/** Entry of `@trove/core/meter`: the ground-truth meter's arithmetic, for tools and screens. */
export * from './pairAnswers.js';
export * from './truthClasses.js';
export * from './truthFigures.js';
