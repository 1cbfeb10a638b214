/**
 * What screens reckon with while a hunt is designed: what a clue is worth, what opens it and how
 * far places are apart. Browser-safe: no rule is compiled and no file is read here.
 */
export * from '../game/worth.js';
export { distanceM, EARTH_RADIUS_M, type Point } from '../geo/distance.js';
export { clueValue } from '../hunt/clueValue.js';
export * from '../hunt/prerequisites.js';
