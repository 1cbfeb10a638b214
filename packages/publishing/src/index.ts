export { type Publish, type PublishDeps, type PublishOutcome, publishHunt } from './publishHunt.js';
