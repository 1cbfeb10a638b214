export { type CheckedPublication, checkPublication } from './checkPublication.js';
export { type Publish, type PublishDeps, type PublishOutcome, publishHunt } from './publishHunt.js';
