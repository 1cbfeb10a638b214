/**
 * When two answers are the same answer: written forms of one text (NFKC), case, white space,
 * apostrophes and punctuation make no difference; letters with and without accents do.
 */

/** Left out without a gap: "fisherman's" and "fishermans" are one answer. */
const APOSTROPHES = /['’‘ʼ`´]/gu;

/** White space, control characters and punctuation stand for one gap between words. */
const GAPS = /[\p{Z}\p{C}\p{P}]+/gu;

/** The form answers are compared in; may be empty. Normalising twice changes nothing. */
export function normaliseAnswer(text: string): string {
  const joined = text.replaceAll(APOSTROPHES, '');
  const folded = joined.normalize('NFKC').toLowerCase().normalize('NFKC');
  return folded.replaceAll(APOSTROPHES, '').replaceAll(GAPS, ' ').trim();
}
