/** `@trove/player-sdk/node`: what a player in Node needs of its machine. */
export { fileStore } from './node/fileStore.js';
