/** A logarithm that is fast rather than exact, and the same on every machine. */
const bits = new DataView(new ArrayBuffer(8));
const HIGH_WORD = 0;
const EXPONENT_AT = 20;
const BIAS = 1023;
const FRACTION = 2 ** -20;

/**
 * The natural logarithm to about a hundredth, from a number's exponent and a parabola over its
 * fraction: a signal needs no more, and a ranking takes two of each candidate.
 */
export function roughLog(value: number): number {
  bits.setFloat64(0, value);
  const high = bits.getInt32(HIGH_WORD);
  const fraction = (high & 0xf_ff_ff) * FRACTION;
  const log2 = (high >> EXPONENT_AT) - BIAS + fraction * (1.345 - 0.345 * fraction);
  return log2 * Math.LN2;
}
