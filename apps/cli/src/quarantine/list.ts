/** `trove quarantine list`: how many there are of each cause, and the newest. */
import { quarantineReads } from '@trove/db';
import type { ListFlags } from '../commands/quarantineCommand.js';
import { createOutput } from '../output.js';
import { withDb } from '../servers/openServers.js';
import { textTable } from '../textTable.js';
import { filterOf } from './filterOf.js';

const NO_SPANS = { fromMs: 0, spanMs: 1, spans: 0 } as const;

export async function list(flags: ListFlags): Promise<void> {
  const filter = filterOf(flags);
  const found = await withDb(flags, async (db) => {
    const reads = quarantineReads(db);
    const { groups } = await reads.groups({ ...filter, recent: NO_SPANS });
    const facets = await reads.facets(filter);
    const entries = flags.limit === 0 ? [] : await reads.list({ ...filter, limit: flags.limit });
    return { groups: groups.map(({ recent: _, ...group }) => group), facets, entries };
  });
  createOutput(flags.json === true).result(found, () => {
    const { groups, entries } = found;
    if (groups.length === 0) return 'nothing of this kind rests in quarantine';
    const causes = groups.map(({ code, type, path, count }) => [code, type, path, count]);
    const rows = entries.map(({ stream, streamId, code, hunt, path, detail }) => {
      return [`${stream}:${streamId}`, code, hunt, path, detail];
    });
    const tables = [textTable([['reason', 'type', 'path', 'events'], ...causes])];
    if (rows.length > 0) {
      tables.push(textTable([['place', 'reason', 'hunt', 'path', 'found'], ...rows]));
    }
    return tables.join('\n\n');
  });
}
