/** What `npm test` says at its end. */

/**
 * Each test that failed and each phase that could not run has a line of its own; the last line
 * is always the two counts, and nothing else.
 *
 * @param {import('./phases.mjs').Counts} counts
 * @returns {string[]}
 */
export function summaryOf({ passed, failed, failures, skips }) {
  return [
    ...failures.map((failure) => `failed: ${failure}`),
    ...skips.map((skip) => `skipped on this machine: ${skip}`),
    `${passed} passed, ${failed} failed`,
  ];
}
