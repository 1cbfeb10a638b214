export { ArchiveFault, TooLargeFault } from './archiveFault.js';
export { ArchiveFolder, type WrittenFile } from './archiveFolder.js';
export { askArchive } from './askArchive.js';
export { coveredRanges } from './coveredRanges.js';
export { encodeParquet } from './encodeParquet.js';
export { type FileRange, pathOf } from './fileName.js';
export { FileRows } from './fileRows.js';
export {
  type ArchivedEvent,
  type EventSearch,
  type EventWanted,
  findEvents,
} from './findEvents.js';
export { ARCHIVE_LIMITS } from './limits.js';
export type { ManifestFile } from './manifest.js';
export {
  type QueryAnswer,
  QueryError,
  queryArchive,
  ReadFault,
  type ResultValue,
} from './queryArchive.js';
export { type EventStretch, readEvents } from './readEvents.js';
export { type ArchiveProblem, verifyArchive } from './verifyArchive.js';
