export { PLAYTEST_LIMITS } from './limits.js';
export { Playtest, playHunt } from './playtest.js';
export type * from './report.js';
export type { PlaytestOptions } from './stage.js';
