'use client';
/** When a team may try a clue: after which others, or by a rule, and between which times. */
import type { DraftClue } from '../draft/draftHunt';
import { Section } from '../draft/fields/Section';
import { TimeField } from '../draft/fields/TimeField';
import { ZonePicker } from '../draft/fields/ZonePicker';
import type { ClueProps } from './ClueEditor';
import { RequiresEditor } from './RequiresEditor';

interface OpeningFieldsProps extends ClueProps {
  readonly clues: readonly DraftClue[];
}

export function OpeningFields({ clue, clues, index }: OpeningFieldsProps) {
  const at = ['clues', index] as const;
  return (
    <Section title="When it opens" tools={<ZonePicker />}>
      <RequiresEditor clue={clue} clues={clues} index={index} />
      <div className="grid gap-3 sm:grid-cols-2">
        <TimeField label="Opens" steps={[...at, 'opens']} value={clue.opens} />
        <TimeField label="Closes" steps={[...at, 'closes']} value={clue.closes} />
      </div>
    </Section>
  );
}
