/** Whether a draft may be published: it is as somebody looked at it, and was reviewed. */
import type { StoredDraft } from '@trove/db';
import { reviewOf } from './draftView';

export interface Unpublishable {
  readonly isDone: false;
  readonly says: string;
}

export const GONE: Unpublishable = { isDone: false, says: 'There is no such draft any more.' };

/** Undefined when it may. */
export function refusalOf(
  draft: StoredDraft | undefined,
  revision: number,
): Unpublishable | undefined {
  if (!draft) return GONE;
  if (draft.revision !== revision) {
    const says = `${draft.updatedBy} has changed this draft since you looked at it.`;
    return { isDone: false, says };
  }
  const { isNeeded, isDone } = reviewOf(draft);
  if (!isNeeded || isDone) return undefined;
  return { isDone: false, says: 'This draft waits for a review by somebody else.' };
}
