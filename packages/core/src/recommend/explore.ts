/**
 * When a serving explores: a bounded share of them puts one clue in the last place that the
 * ranking would not have put there, so that clues nobody is sent to are learnt of too. Chance
 * comes from a hash of the team and where it stands: it follows from the log, and a team that asks
 * again is told the same. The probability of what was served goes with it, for whoever weighs
 * follows by it later (D. G. Horvitz, D. J. Thompson, "A Generalization of Sampling Without
 * Replacement from a Finite Universe", JASA 47, 1952).
 */
const FNV_OFFSET = 0x81_1c_9d_c5;
const FNV_PRIME = 0x01_00_01_93;
const WHOLE = 2 ** 32;

/** Two numbers from 0 to under 1 that belong to a team at a clue: FNV-1a, spread by a finish. */
export function chancesOf(team: string, clue: number): readonly [number, number] {
  let hash = Math.imul(FNV_OFFSET ^ clue, FNV_PRIME);
  for (let i = 0; i < team.length; i += 1) {
    hash = Math.imul(hash ^ team.charCodeAt(i), FNV_PRIME);
  }
  return [mixed(hash) / WHOLE, mixed(hash ^ FNV_PRIME) / WHOLE];
}

/** The finish of MurmurHash3 (A. Appleby): every bit of it depends on every bit before. */
function mixed(hash: number): number {
  let next = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  next = Math.imul(next ^ (next >>> 13), 0xc2_b2_ae_35);
  return (next ^ (next >>> 16)) >>> 0;
}
