/** A hunt before it is joined. */
export interface HuntHead {
  readonly slug: string;
  readonly title: string;
  /** False when no hunt of this name is published. */
  readonly isKnown: boolean;
  readonly description?: string | undefined;
}
