export { type CheckedFile, checkFile } from './checkFile.js';
export {
  type CheckedPublication,
  checkPublication,
  type PublicationFile,
} from './checkPublication.js';
export { type Publish, type PublishDeps, type PublishOutcome, publishHunt } from './publishHunt.js';
