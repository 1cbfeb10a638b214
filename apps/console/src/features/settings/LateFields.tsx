'use client';
/** From when on an event is late, and what it is worth then. */
import { textOf } from '../draft/draftHunt';
import { NumberField } from '../draft/fields/NumberField';
import { SelectField } from '../draft/fields/SelectField';
import { useSet } from '../draft/useSet';

interface LateParts {
  readonly afterS?: unknown;
  readonly otherwise?: unknown;
}

const AT = ['quality', 'late'];
const OTHERWISE = {
  score: 'it counts as any other',
  no_points: 'it solves and unlocks, without points',
} as const;

export function LateFields({ late }: { readonly late: LateParts | undefined }) {
  const set = useSet();
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <NumberField
        hint="seconds behind the newest time of the hunt"
        label="Late after"
        placeholder="never"
        steps={[...AT, 'afterS']}
        value={late?.afterS}
      />
      {late !== undefined && (
        <SelectField
          label="Then"
          onPick={(value) => set({ steps: [...AT, 'otherwise'], value })}
          steps={[...AT, 'otherwise']}
          value={textOf(late.otherwise) || 'score'}
          words={OTHERWISE}
        />
      )}
    </div>
  );
}
