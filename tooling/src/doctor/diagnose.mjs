/** Asks every check, whatever becomes of the others. */

/**
 * @typedef {import('./checks.mjs').Check} Check
 * @typedef {import('./checks.mjs').Diagnosis} Diagnosis
 */

/**
 * What each check found, in their order. One that fails itself is a finding too: on the machine
 * where most is amiss, what the others say is wanted most.
 *
 * @param {readonly Check[]} checks
 * @returns {AsyncGenerator<Check & Diagnosis>}
 */
export async function* diagnose(checks) {
  for (const check of checks) yield { ...check, ...(await askedOf(check)) };
}

/** @param {Check} check @returns {Promise<Diagnosis>} */
async function askedOf({ look }) {
  try {
    return await look();
  } catch (error) {
    const found = `could not be looked at: ${error.message}`;
    return { found, mend: 'what this says, then npm run doctor again' };
  }
}
