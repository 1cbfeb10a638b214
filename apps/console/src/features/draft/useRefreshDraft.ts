'use client';
/** Fetches the draft anew, after something changed it that was no change of its file. */
import { useDraft } from './DraftProvider';
import { fetchDraft } from './fetchDraft';

export function useRefreshDraft(): () => Promise<void> {
  const { draft, replace } = useDraft();
  return async () => {
    const newest = await fetchDraft(draft.slug);
    if (newest) replace(newest);
  };
}
