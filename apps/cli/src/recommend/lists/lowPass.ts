/**
 * The directions in which users' tastes differ most: the first right singular vectors of the
 * damped matrix, by the randomised subspace iteration of N. Halko, P. G. Martinsson, J. A. Tropp
 * ("Finding Structure with Randomness", SIAM Review 53, 2011).
 */
import { LISTS } from './limits.js';
import type { Sparse } from './sparse.js';

/** An orthonormal basis: a vector over all items for each direction, one after another. */
export interface Basis {
  readonly directions: number;
  readonly vectors: readonly Float64Array[];
}

export function lowPassBasis(sparse: Sparse): Basis {
  const directions = Math.min(LISTS.directions, sparse.items, sparse.rows.length);
  const random = randomFrom(LISTS.seed);
  let vectors = Array.from({ length: directions }, () => {
    return Float64Array.from({ length: sparse.items }, () => random() - 0.5);
  });
  for (let round = 0; round < LISTS.rounds; round += 1) {
    vectors = vectors.map((vector) => applied(sparse, vector));
    orthonormalise(vectors);
  }
  return { directions, vectors };
}

/** Once through the matrix and back: users from items, and items from users. */
function applied({ items, rows, ofUser, ofItem }: Sparse, vector: Float64Array) {
  const out = new Float64Array(items);
  rows.forEach((row, user) => {
    let sum = 0;
    for (const item of row) sum += (vector[item] as number) * (ofItem[item] as number);
    sum *= (ofUser[user] as number) ** 2;
    for (const item of row) out[item] = (out[item] as number) + sum * (ofItem[item] as number);
  });
  return out;
}

/** Gram and Schmidt's process, each vector against those before it. */
function orthonormalise(vectors: readonly Float64Array[]): void {
  vectors.forEach((vector, i) => {
    for (let before = 0; before < i; before += 1) {
      const other = vectors[before] as Float64Array;
      const along = dot(vector, other);
      for (let k = 0; k < vector.length; k += 1) {
        vector[k] = (vector[k] as number) - along * (other[k] as number);
      }
    }
    const length = Math.sqrt(dot(vector, vector));
    // A direction that nothing is left of stays nothing.
    const scale = length > 0 ? 1 / length : 0;
    for (let k = 0; k < vector.length; k += 1) vector[k] = (vector[k] as number) * scale;
  });
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < one.length; k += 1) sum += (one[k] as number) * (other[k] as number);
  return sum;
}

/** Lehmer's generator with Park and Miller's multiplier: the same start in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
