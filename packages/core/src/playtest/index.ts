/** What simulated play needs, in browsers too: the hunt of a file, and teams that play it. */
export { parseHuntFile } from '../hunt/parseHuntFile.js';
export { PLAYTEST_LIMITS } from './limits.js';
export { Playtest, playHunt } from './playtest.js';
export type * from './report.js';
export type { PlaytestOptions } from './stage.js';
