'use client';
/** How often a team may be wrong, and how long it waits then. */
import { NumberField } from '../../draft/fields/NumberField';
import type { Steps } from '../../draft/useSet';

export interface Tries {
  readonly attempts?: unknown;
  readonly coolDownS?: unknown;
}

export function TriesFields({ at, tries }: { readonly at: Steps; readonly tries: Tries }) {
  return (
    <div className="grid grid-cols-2 gap-3 sm:max-w-96">
      <NumberField
        hint="wrong ones, then it is closed"
        label="Attempts"
        placeholder="no limit"
        steps={[...at, 'attempts']}
        value={tries.attempts}
      />
      <NumberField
        hint="seconds after a wrong one"
        label="Cool-down"
        placeholder="0"
        steps={[...at, 'coolDownS']}
        value={tries.coolDownS}
      />
    </div>
  );
}
