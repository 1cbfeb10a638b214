/** A repair to begin with: about the events of a cause, changing the field that failed. */
import type { QuarantineCause } from '@trove/contracts';

export interface RepairDraft {
  readonly condition: string;
  /** JSON Patch as text. */
  readonly patch: string;
}

export function draftOf(cause: QuarantineCause | undefined): RepairDraft {
  if (cause === undefined)
    return { condition: 'event.type == "code.scanned.v1"', patch: patchOf('') };
  const { type, path } = cause;
  const condition = type === '' ? 'true' : `event.type == ${JSON.stringify(type)}`;
  return { condition, patch: patchOf(path) };
}

/** One operation a line, so that it is easily changed. */
function patchOf(path: string): string {
  const pointer = path === '' ? '/data/code' : pointerOf(path);
  return `[\n  { "op": "replace", "path": ${JSON.stringify(pointer)}, "value": "" }\n]`;
}

/** `data.tags[1]` as `/data/tags/1`, each step escaped as RFC 6901 has it. */
export function pointerOf(path: string): string {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  return steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
