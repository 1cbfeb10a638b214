/** Which refused events the flags of a command are about. */
import { QuarantineFilter } from '@trove/contracts';
import type { QuarantineFlags } from '../commands/quarantineCommand.js';
import { UsageError } from '../exits.js';

/** Throws `UsageError` for what can't be a filter. */
export function filterOf({ hunt, code, type, rules, state }: QuarantineFlags): QuarantineFilter {
  const filter = { hunt, code, type, version: rules, state: state === 'all' ? undefined : state };
  const read = QuarantineFilter.safeParse(filter);
  if (read.success) return read.data;
  throw new UsageError(
    read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join(', '),
  );
}
