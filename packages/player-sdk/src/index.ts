/** The package's entry: what a player's app or a source imports, and nothing of its insides. */
export type { ChannelEvents } from './channelEvents.js';
export type { ConnectionState } from './connection.js';
export type { DeviceOptions } from './deviceCounter.js';
export { makeEventId } from './eventId.js';
export type { Settlement } from './outbox.js';
export type { PacketFrames } from './packetFrames.js';
export type { Player, PlayerOptions, Sent } from './player.js';
export { createPlayer } from './player.js';
export type { PlayerStore, Release } from './queue/playerStore.js';
export { memoryStore } from './queue/playerStore.js';
export type { Source, SourceOptions } from './source.js';
export { createSource } from './source.js';
export type { TeamCalls } from './teamCalls.js';
export type { TeamEvents } from './teamEvents.js';
export type { JoinOptions, Session } from './transport.js';
export { joinHunt, leaveHunt, TroveError } from './transport.js';
