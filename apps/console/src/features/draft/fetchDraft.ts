/** Asks the server for a draft as it is by now. */
import type { DraftView } from '@trove/contracts';
import { fetchJson } from '../../fetching/fetchJson';

/**
 * Undefined when there is no answer: what is on screen stays, and the next saving, which names its
 * revision, finds out.
 */
export function fetchDraft(slug: string): Promise<DraftView | undefined> {
  return fetchJson<DraftView>(`/api/hunts/${slug}/draft`).catch(() => undefined);
}
