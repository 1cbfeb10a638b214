/**
 * When two answers are the same answer: written forms of one text (NFKC), case, white space,
 * apostrophes and punctuation make no difference; letters with and without accents do.
 */

/**
 * Left out without a gap: "fisherman's" and "fishermans" are one answer, and so is a word with and
 * without what only says how it is set, such as a soft hyphen.
 */
const UNSEEN = /['’‘ʼ`´\p{Cf}]/gu;

/** White space, control characters and punctuation stand for one gap between words. */
const GAPS = /[\p{Z}\p{C}\p{P}]+/gu;

/** What small letters take from their neighbours: a Greek s at a word's end, the dot over İ. */
const FINAL_SIGMA = /ς/gu;
const DOTTED_I = /i\u0307+/gu;

/** The form answers are compared in; may be empty. Normalising twice changes nothing. */
export function normaliseAnswer(text: string): string {
  const joined = text.replaceAll(UNSEEN, '').normalize('NFKC');
  // By way of capitals, so that letters with the same ones are the same: ß and ss, ı and i.
  const capitals = joined.toLowerCase().toUpperCase();
  const small = capitals.toLowerCase().normalize('NFKC').replaceAll(UNSEEN, '');
  return small.replaceAll(FINAL_SIGMA, 'σ').replaceAll(DOTTED_I, 'i').replaceAll(GAPS, ' ').trim();
}
