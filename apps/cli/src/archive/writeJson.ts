/** The answer of `archive query --json`: one object, whole also where its rows break off. */
import type { QueryAnswer } from '@trove/archive';
import { FailedError, ToldError, type UsageError } from '../exits.js';
import { put } from '../output.js';
import { STOPPED, takeStop } from '../stopping.js';
import { commandError } from './commandError.js';

/**
 * Writes row by row, so that a large answer is never held whole. What fails in the middle, or stops
 * it there, is told behind the rows and thrown as `ToldError`.
 */
export async function writeJson(
  { columns, rows }: QueryAnswer,
  stop: AbortSignal = takeStop(),
): Promise<void> {
  await put(`{"columns":${JSON.stringify(columns)},"rows":[`);
  const fault = await writeRows({ columns, rows }, stop);
  const error = fault === undefined ? '' : `,"error":${JSON.stringify(fault.message)}`;
  await put(`]${error}}\n`);
  if (fault !== undefined) throw new ToldError(fault);
}

async function writeRows(
  { columns, rows }: QueryAnswer,
  stop: AbortSignal,
): Promise<UsageError | FailedError | undefined> {
  let before = '';
  try {
    for await (const row of rows) {
      if (stop.aborted) return new FailedError(STOPPED);
      const object = Object.fromEntries(columns.map((column, i) => [column, row[i]]));
      await put(`${before}${JSON.stringify(object)}`);
      before = ',\n';
    }
    return undefined;
  } catch (cause) {
    return commandError(cause) ?? new FailedError('the rows could not be read', { cause });
  }
}
