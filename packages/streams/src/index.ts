export * from './ageHunt.js';
export * from './announcePublication.js';
export * from './appendControl.js';
export * from './archiveSource.js';
export { ByteWriter } from './codec/bytes.js';
export * from './codec/entryWriter.js';
export * from './codec/eventColumns.js';
export * from './codec/identities.js';
export { OutBlob, type OutRow } from './codec/outBlob.js';
export type { PacketStamp } from './codec/stampedEvent.js';
export { numberOfType, OUTCOME_BYTES, packOutcome, unpackOutcome } from './codec/types.js';
export { outcomeInValue, positionInValue } from './commit/seenValue.js';
export * from './connectRedis.js';
export * from './deliveryNotes.js';
export * from './examineEntries.js';
export * from './huntDirectory.js';
export { isWithin } from './isWithin.js';
export * from './keys.js';
export * from './leases.js';
export * from './ledgerSource.js';
export { PRESENCE_BOUNDS } from './limits.js';
export * from './metricsCollector.js';
export * from './metricsPublisher.js';
export { newTeamCode } from './newTeamCode.js';
export {
  type HuntOperation,
  lookAtOperation,
  operateHunt,
  type UndecidedAct,
} from './operateHunt.js';
export * from './outTail.js';
export { freeParked, type Parking, parkedPages } from './park.js';
export * from './partitionCount.js';
export * from './presence.js';
export * from './previewReplay.js';
export { STAGE_BUCKETS_S } from './processTotals.js';
export * from './reads/boardAround.js';
export * from './reads/boardReads.js';
export type { EventFilter } from './reads/eventFilter.js';
export * from './reads/eventStatus.js';
export type { EventsFound } from './reads/eventsLook.js';
export * from './reads/huntClock.js';
export * from './reads/huntPlay.js';
export * from './reads/liveCounts.js';
export { OutReader } from './reads/outReader.js';
export * from './reads/partitionReads.js';
export * from './reads/photoReads.js';
export * from './reads/progressReads.js';
export * from './reads/quarantineReads.js';
export * from './reads/receiptReads.js';
export * from './reads/recommendReads.js';
export * from './reads/serverStatus.js';
export * from './reads/standingReads.js';
export * from './reads/suspects.js';
export * from './reads/trialState.js';
export * from './recordSource.js';
export * from './redisClock.js';
export * from './redisEventLog.js';
export * from './redisStateStore.js';
export * from './replay.js';
export { ResultTexts } from './resultJson.js';
export { type Settlement, settleSuspicion } from './settleSuspicion.js';
export * from './shadow/appendRepublication.js';
export { SHADOW_LIMITS } from './shadow/limits.js';
export { loadShadow } from './shadow/loadShadow.js';
export { ShadowDelta } from './shadow/shadowDelta.js';
export * from './shadow/stageShadow.js';
export {
  ARCHIVE_SINK,
  forgetArchive,
  HELD_SHARES,
  type HeldLevel,
  heldBytesOf,
  heldLevel,
  isPressed,
  LEDGER_SINK,
  readSinks,
  type SinkStatus,
} from './sinkState.js';
export * from './toResult.js';
export * from './trimmer.js';
export * from './unreadableFrames.js';
