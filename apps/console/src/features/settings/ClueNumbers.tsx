'use client';
/** Clues with a number each. Another clue is another entry, so that a row keeps its own. */
import { AddClue } from '../clues/AddClue';
import type { ClueNames } from '../clues/clueNames';
import { useFindings } from '../draft/DraftProvider';
import { entriesOf, textOf } from '../draft/draftHunt';
import { FindingList } from '../draft/FindingList';
import { NumberField } from '../draft/fields/NumberField';
import { Section } from '../draft/fields/Section';
import { pathOf } from '../draft/pathOf';
import type { Steps } from '../draft/useSet';
import { EntryCard } from './EntryCard';
import { useEntries } from './useEntries';

type Entry = Readonly<Record<string, unknown>>;

interface ClueNumbersProps {
  readonly title: string;
  readonly steps: Steps;
  readonly list: unknown;
  readonly names: ClueNames;
  /** Where an entry has its number, and what it begins with. */
  readonly field: string;
  readonly first: number;
  readonly label: string;
  readonly hint: string;
  /** What the field for another clue is called. */
  readonly addLabel: string;
}

export function ClueNumbers(props: ClueNumbersProps) {
  const { title, steps, list, names, field, first, label, hint, addLabel } = props;
  const entries = entriesOf(list as readonly Entry[] | undefined);
  const { add, remove } = useEntries(steps, entries.length);
  const ids = entries.map((entry) => textOf(entry['clue']));
  return (
    <Section title={title}>
      {entries.map((entry, index) => (
        <EntryCard
          // biome-ignore lint/suspicious/noArrayIndexKey: clues may be missing or twice.
          key={index}
          name={`${title}: ${names.nameOf(ids[index] ?? '')}`}
          onRemove={() => remove(index)}
        >
          <ClueOfEntry name={names.nameOf(ids[index] ?? '')} steps={[...steps, index, 'clue']} />
          <NumberField
            className="col-span-2 sm:col-span-3"
            hint={hint}
            label={label}
            steps={[...steps, index, field]}
            value={entry[field]}
          />
        </EntryCard>
      ))}
      <AddClue
        label={addLabel}
        names={names}
        onAdd={(clue) => add({ clue, [field]: first })}
        without={ids}
      />
    </Section>
  );
}

interface ClueOfEntryProps {
  readonly name: string;
  readonly steps: Steps;
}

function ClueOfEntry({ name, steps }: ClueOfEntryProps) {
  const findings = useFindings(pathOf(...steps));
  return (
    <div className="col-span-2 flex min-w-0 flex-col gap-1 self-center text-[13px] sm:col-span-3">
      <span className="break-words" dir="auto">
        {name || 'no clue'}
      </span>
      <FindingList findings={findings} />
    </div>
  );
}
