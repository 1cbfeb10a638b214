/** Whose fault it is that a query was not answered, as the command says it. */
import { QueryError, ReadFault } from '@trove/archive';
import { FailedError, UsageError } from '../exits.js';

/** Undefined for what neither the statement nor the archive's files explain. */
export function commandError(thrown: unknown): UsageError | FailedError | undefined {
  if (thrown instanceof QueryError) return new UsageError(thrown.message);
  if (thrown instanceof ReadFault) return new FailedError(thrown.message);
  return undefined;
}
