/** Refused events by reason, as PostgreSQL would group them: for when it is away. */
import type { QuarantineEntry } from '@trove/contracts';
import type { QuarantineGroup } from '@trove/db';

/** Most frequent first. */
export function groupEntries(entries: readonly QuarantineEntry[]): QuarantineGroup[] {
  const groups = new Map<string, QuarantineGroup>();
  for (const { code, stage, refusedAt } of entries) {
    const key = `${code} ${stage}`;
    const known = groups.get(key);
    groups.set(key, {
      code,
      stage,
      count: (known?.count ?? 0) + 1,
      firstAt: Math.min(known?.firstAt ?? refusedAt, refusedAt),
      lastAt: Math.max(known?.lastAt ?? refusedAt, refusedAt),
    });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}
