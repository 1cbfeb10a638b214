/**
 * What stands in a field while somebody writes in it. The draft may keep it in another form, as a
 * list without empty lines: the field goes on showing what was written until it is left, so that
 * nobody's next letter lands behind a text that was made over.
 */
export interface Typed {
  readonly text: string;
  /** The draft has the text. */
  readonly isHandedOn: boolean;
  /** What the draft has made of it, once it is known. */
  readonly shownAs?: string;
}

/**
 * As it stands now that the draft shows this: nothing where somebody else, or a step of undo, has
 * written over what was handed on.
 */
export function typedBeside(typed: Typed, shown: string): Typed | undefined {
  if (!typed.isHandedOn || typed.shownAs === shown) return typed;
  return typed.shownAs === undefined ? { ...typed, shownAs: shown } : undefined;
}
