/** `@trove/player-sdk/browser`: what a player's page needs of its browser. */
export { attachToPage } from './browser/attachToPage.js';
export type { IndexedDbOptions } from './browser/indexedDbStore.js';
export { indexedDbStore } from './browser/indexedDbStore.js';
export type { CodeDecoder, ScanFault, Scanning, ScanOptions } from './browser/scanCodes.js';
export { canScan, scanCodes } from './browser/scanCodes.js';
export type { Located, LocationFault, LocationWatch } from './browser/watchLocation.js';
export { locatedOf, watchLocation } from './browser/watchLocation.js';
