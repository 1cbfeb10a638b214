/** A hunt file with what it calls its hunt. */

export interface NamedFile {
  /** Of the file on its machine. */
  readonly fileName: string;
  readonly text: string;
  /** Empty where the file names none. */
  readonly title: string;
  readonly slug: string;
}

/** Undefined where the text is no hunt file at all. */
export async function namedFile(fileName: string, text: string): Promise<NamedFile | undefined> {
  // YAML is read by a library that no screen needs before a file is chosen.
  const { valueOfHuntFile } = await import('@trove/core/hunt-edit');
  const value = valueOfHuntFile(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { title, slug } = value as { readonly title?: unknown; readonly slug?: unknown };
  return { fileName, text, title: textIn(title), slug: textIn(slug) };
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
