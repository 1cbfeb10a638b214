/**
 * How a hunt is recomputed by a version that counts for what was played before: as it would have
 * been played, but for what was refused then, which rests in quarantine and counts when it is
 * replayed from there.
 */
import type { FoldHabits } from './recordFold.js';

export const REPUBLICATION_HABITS: FoldHabits = { recommends: true, keepsRefused: true };
