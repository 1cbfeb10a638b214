/** What the archive's reader is asked, and what it answers. */
import type { ArchivedEvent, EventSearch } from '@trove/archive';

export interface ReaderAsk {
  readonly number: number;
  readonly search: EventSearch;
}

export type ReaderAnswer =
  | { readonly number: number; readonly events: readonly ArchivedEvent[] }
  /** The files could not be read; what DuckDB said, in one line. */
  | { readonly number: number; readonly fault: string };
