'use client';
/** How a clue is found: its kind, and the fields of that kind. */
import { Section } from '../../draft/fields/Section';
import { SelectField } from '../../draft/fields/SelectField';
import { useSet } from '../../draft/useSet';
import type { ClueProps } from '../ClueEditor';
import { KIND_WORDS, KINDS, kindOf, newFind } from '../clueParts';
import { AnswerFields } from './AnswerFields';
import { ChoiceFields } from './ChoiceFields';
import { CodeFields } from './CodeFields';
import { PhotoFields } from './PhotoFields';
import { PlaceFields } from './PlaceFields';

export function FindEditor({ clue, index }: ClueProps) {
  const set = useSet();
  const kind = kindOf(clue);
  const steps = ['clues', index, 'find'] as const;
  const pick = (name: string) => {
    const next = KINDS.find((one) => one === name);
    if (next === undefined || next === kind) return;
    set({ steps, value: newFind(next, String(clue.id ?? 'clue')) });
  };
  return (
    <Section title="How it is found">
      <SelectField
        apart={kind ? [[...steps, kind]] : []}
        className="sm:max-w-56"
        label="Kind"
        onPick={pick}
        steps={steps}
        value={kind ?? ''}
        words={KIND_WORDS}
      />
      {kind === 'place' && <PlaceFields clue={clue} index={index} />}
      {kind === 'code' && <CodeFields clue={clue} index={index} />}
      {kind === 'answer' && <AnswerFields clue={clue} index={index} />}
      {kind === 'choice' && <ChoiceFields clue={clue} index={index} />}
      {kind === 'photo' && <PhotoFields clue={clue} index={index} />}
    </Section>
  );
}
