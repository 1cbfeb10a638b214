/**
 * Thrown at a layout or a type number that this program does not know. Nothing is wrong with what
 * was written: a newer program wrote it, and one that knows it will read it.
 */
export class UnknownWriter extends RangeError {
  override readonly name = 'UnknownWriter';
}
