/** Refused events by cause, as PostgreSQL would group them: for when it is away. */
import type { QuarantineEntry } from '@trove/contracts';
import type { QuarantineGroup, RecentSpans } from '@trove/db';

/** Most frequent first. */
export function groupEntries(
  entries: readonly QuarantineEntry[],
  recent: RecentSpans,
): QuarantineGroup[] {
  const groups = new Map<string, QuarantineGroup>();
  for (const { code, stage, type, path, detail, refusedAt, replay } of entries) {
    const key = JSON.stringify([code, stage, type, path]);
    const known = groups.get(key);
    const span = Math.floor((refusedAt - recent.fromMs) / recent.spanMs);
    const counts = known?.recent ?? new Array<number>(recent.spans).fill(0);
    groups.set(key, {
      ...{ code, stage, type, path },
      count: (known?.count ?? 0) + 1,
      replayed: (known?.replayed ?? 0) + (replay === undefined ? 0 : 1),
      example: known?.example ?? detail,
      firstAt: Math.min(known?.firstAt ?? refusedAt, refusedAt),
      lastAt: Math.max(known?.lastAt ?? refusedAt, refusedAt),
      recent: counts.map((count, i) => (i === span ? count + 1 : count)),
    });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}
