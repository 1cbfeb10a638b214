/** What a template of a hunt is: a pure function from a name to a file that can be played. */

export interface TemplateNames {
  readonly slug: string;
  readonly title: string;
  /** What players join with. */
  readonly joinCode: string;
}

/** The hunt file, YAML, comments and all. */
export type Template = (names: TemplateNames) => string;

/** The head of every file. A text in JSON is a text in YAML, whatever is written in it. */
export function headOf({ slug, title, joinCode }: TemplateNames, description: string): string {
  return `trove: 1
slug: ${slug}
title: ${JSON.stringify(title)}
description: ${JSON.stringify(description)}
# What players join with; tell it to nobody before the start.
joinCode: ${joinCode}
`;
}
