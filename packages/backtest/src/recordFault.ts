/** Why a record can't be folded, in words for the one who asked. */
export class RecordFault extends Error {
  override readonly name = 'RecordFault';
}
