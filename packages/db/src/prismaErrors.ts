/** What Prisma's errors are about, by their codes. */

/** The code of an error of Prisma, as `P2002`. */
export function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
