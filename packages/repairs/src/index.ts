export { type DiscardReply, discardEntries } from './discardEntries.js';
export { exportLines } from './exportLines.js';
export { previewRepair, type RepairOutlook } from './previewRepair.js';
export { foretell, type ReplayReading, readReplay } from './readReplay.js';
export type { RepairDeps } from './repairDeps.js';
export { type ReplayOneReply, replayOne } from './replayOne.js';
export { wordsOfForeseen, wordsOfResult, wordsOfTaken } from './replayWords.js';
export { type StartReply, startRepair } from './startRepair.js';
export { wordsOfStart } from './startWords.js';
