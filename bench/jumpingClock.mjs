/**
 * Lets the clock of the process that loads this first jump, for `trove chaos`: each SIGUSR2 takes
 * it to the next of an hour ahead, an hour behind, and right again. The clock of another process,
 * Redis's among them, can't be moved without a privilege; to these processes it is the same.
 *
 *   node --import ./bench/jumpingClock.mjs apps/ingest/dist/main.js
 */
const HOUR_MS = 3_600_000;
const JUMPS = [HOUR_MS, -HOUR_MS, 0];

let aheadMs = 0;
let jump = 0;
process.on('SIGUSR2', () => {
  aheadMs = JUMPS[jump % JUMPS.length];
  jump += 1;
});

const RealDate = globalThis.Date;
globalThis.Date = class extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(RealDate.now() + aheadMs);
    else super(.../** @type {[number]} */ (args));
  }

  static now() {
    return RealDate.now() + aheadMs;
  }
};
// Measured spans stay what they are: only the moment they are counted from moves.
const startedMs = performance.timeOrigin;
Object.defineProperty(performance, 'timeOrigin', { get: () => startedMs + aheadMs });
