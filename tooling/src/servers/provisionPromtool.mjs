/**
 * Prometheus's promtool, which checks metrics, queries and alerts: the one on PATH, else one from
 * the system's package manager.
 */
import { onPath } from '../runCommand.mjs';
import { Explained } from '../say.mjs';
import { installPackage } from './packageManager.mjs';

/** As package managers call what it comes with. */
export const PROMTOOL_PACKAGES = {
  'apt-get': 'prometheus',
  dnf: 'golang-github-prometheus',
  brew: 'prometheus',
};
const BY_HAND = 'Install promtool (Debian: the package prometheus).';

/**
 * The path of promtool, installed now if there was none; else, as nothing but tests needs it, why
 * there is none.
 *
 * @returns {Promise<{path?: string, missing?: string}>}
 */
export async function provisionPromtool() {
  const found = await onPath('promtool');
  if (found !== undefined) return { path: found };
  try {
    await installPackage({ what: 'promtool', names: PROMTOOL_PACKAGES, byHand: BY_HAND });
  } catch (error) {
    if (error instanceof Explained) return { missing: error.message };
    throw error;
  }
  const installed = await onPath('promtool');
  return installed === undefined
    ? { missing: `promtool is missing. ${BY_HAND}` }
    : { path: installed };
}
