/** Who may let a draft be published without the review that was asked for. */

interface Asker {
  readonly email: string;
  readonly isAdmin: boolean;
}

/** Who asked for it, or an admin; where it is not known who asked, an admin alone. */
export function mayTakeOffReview(askedBy: string | undefined, { email, isAdmin }: Asker): boolean {
  return isAdmin || askedBy === email;
}
