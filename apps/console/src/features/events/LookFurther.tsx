/** Says how far back was looked, where older commits are left, and looks further. */
import { formatNumberOf } from '../../format/numbers';
import { formatWhen } from '../../format/times';
import { Button } from '../../ui/Button';
import type { EventPages } from './useEventPages';

export function LookFurther({ pages: { query, found } }: { readonly pages: EventPages }) {
  if (found?.openToMs === undefined) return null;
  const looked = formatNumberOf(found.commits, 'commit');
  const back = formatWhen(found.openToMs, Date.now());
  return (
    <p className="flex flex-wrap items-center gap-3 py-2 text-muted">
      Looked at the newest {looked}, back to {back}.
      <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        Look further
      </Button>
    </p>
  );
}
