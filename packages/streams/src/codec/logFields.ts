/** Where things stand in a log entry; shared by the one who writes it and those who read it. */

export const LOG_LAYOUT = 3;
export const ID_BYTES = 16;
export const IDENTITY_BYTES = 24;
export const DIGEST_BYTES = 8;
/** Identity and digest of one event. */
export const KEY_BYTES = IDENTITY_BYTES + DIGEST_BYTES;
/** Source, when it was sent and when it was received: what the events of a packet share. */
export const PACKET_BYTES = 18;
/** Time, four names or packets by number, type, and where the data begins. */
export const ROW_BYTES = 21;
/** Offsets inside a row. */
export const AT = {
  time: 0,
  hunt: 8,
  player: 10,
  team: 12,
  packet: 14,
  type: 16,
  data: 17,
} as const;
