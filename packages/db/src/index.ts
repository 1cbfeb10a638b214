export { createDb, type Db, type DbOptions } from './createDb.js';
export type { HistoryMark } from './historyRows.js';
export { isTransient } from './isTransient.js';
export {
  type ArchiveFileRow,
  type ArchiveFilter,
  type ArchiveReads,
  archiveReads,
} from './reads/archiveReads.js';
export { type BacktestReads, backtestReads } from './reads/backtestReads.js';
export { type HistoryReads, historyReads } from './reads/historyReads.js';
export {
  type HuntReads,
  huntReads,
  type VersionSummary,
  type VersionText,
} from './reads/huntReads.js';
export {
  type LedgerPlace,
  type LedgerReads,
  type LedgerRow,
  ledgerReads,
  type TeamTotal,
} from './reads/ledgerReads.js';
export {
  type BoardAt,
  type Correction,
  type Finish,
  type LiveReads,
  liveReads,
  type TeamSolve,
} from './reads/liveReads.js';
export {
  type QuarantineFacet,
  type QuarantineGroup,
  type QuarantineGroups,
  type QuarantineReads,
  quarantineReads,
  type RecentSpans,
} from './reads/quarantineReads.js';
export type { QuarantineKey } from './reads/quarantineRows.js';
export type { QuarantineQuery } from './reads/quarantineWhere.js';
export { type RepairReads, repairReads } from './reads/repairReads.js';
export { type RepublicationReads, republicationReads } from './reads/republicationReads.js';
export { type TwinReads, twinReads } from './reads/twinReads.js';
export {
  type ArchiveReply,
  type ArchiveStep,
  type ArchiveStore,
  archiveStore,
  type NewArchiveFile,
} from './stores/archiveStore.js';
export {
  AUDIT_PAGE,
  type AuditFilter,
  type AuditStore,
  auditStore,
  type NewAuditEntry,
} from './stores/auditStore.js';
export {
  type BacktestProgress,
  type BacktestStore,
  backtestStore,
  type ClaimedBacktest,
  type NewBacktest,
} from './stores/backtestStore.js';
export {
  type DraftChange,
  type DraftStore,
  draftStore,
  type NewDraft,
  type StoredDraft,
  waitsForReview,
} from './stores/draftStore.js';
export {
  type HuntStore,
  huntStore,
  type NewVersion,
  type Outdated,
  type Publication,
  type Published,
} from './stores/huntStore.js';
export {
  type InvitationStore,
  invitationStore,
  type StoredInvitation,
} from './stores/invitationStore.js';
export {
  type KeyStanding,
  type KeyStore,
  keyStore,
  type StoredKey,
  standingOfKey,
} from './stores/keyStore.js';
export {
  type LedgerBatch,
  LedgerConflictError,
  type LedgerStore,
  ledgerStore,
  type SinkReply,
} from './stores/ledgerStore.js';
export {
  type NewPhoto,
  type PhotoPlace,
  type PhotoSize,
  type PhotoStore,
  photoStore,
} from './stores/photoStore.js';
export {
  type PendingReplay,
  type QuarantineCareStore,
  quarantineCareStore,
  type Settlement,
} from './stores/quarantineCare.js';
export {
  type QuarantineBatch,
  type QuarantineStore,
  quarantineStore,
} from './stores/quarantineStore.js';
export {
  type HeldEntry,
  type RepairStore,
  type RunHolder,
  repairStore,
  type StartedRun,
} from './stores/repairStore.js';
export {
  type ClaimedRepublication,
  type HeldRun,
  type NewRepublication,
  type RepublicationStore,
  republicationStore,
  type Swapped,
} from './stores/republicationStore.js';
export {
  type RollupBatch,
  type RollupStore,
  rollupStore,
  type StreamOffsets,
} from './stores/rollupStore.js';
export type { SinkPosition } from './stores/sinkCursor.js';
export {
  type NewStaff,
  type StaffChange,
  type StaffStore,
  type StoredStaff,
  staffStore,
} from './stores/staffStore.js';
export { type TwinStore, twinStore } from './stores/twinStore.js';
