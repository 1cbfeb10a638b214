/** Bounds of what the partitions keep. */

/**
 * Most identities of a hunt that are parked at a time, about 70 bytes each. Beyond it events are
 * quarantined all the same; their replay counts as long as the dedup window knows their ids.
 */
export const PARKED_BOUND = 100_000;
