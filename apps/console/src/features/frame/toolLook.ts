/** How the small buttons of the top bar look. */
export const TOOL =
  'inline-flex h-8 min-w-8 items-center justify-center gap-1.5 rounded-md px-2 text-muted ' +
  'hover:bg-raised hover:text-ink';
