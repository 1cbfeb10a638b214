'use client';
/** The right answers, one a line. */
import { TextField } from '../../draft/fields/TextField';
import { useSet } from '../../draft/useSet';
import type { ClueProps } from '../ClueEditor';
import { findOf, textsOf } from '../clueParts';
import { type Tries, TriesFields } from './TriesFields';

interface AnswerParts extends Tries {
  readonly accept?: unknown;
}

export function AnswerFields({ clue, index }: ClueProps) {
  const set = useSet();
  const answer = findOf<AnswerParts>(clue, 'answer');
  const at = ['clues', index, 'find', 'answer'] as const;
  const accept = textsOf(answer.accept);
  const take = (text: string) => {
    const lines = text.split('\n').map((line) => line.trim());
    const value = lines.filter((line) => line !== '');
    set({ steps: [...at, 'accept'], value });
  };
  return (
    <>
      <TextField
        hint="One a line, at most 50. Case, punctuation and white space make no difference."
        label="Right answers"
        onCommit={take}
        rows={Math.max(2, Math.min(8, accept.length + 1))}
        steps={[...at, 'accept']}
        value={accept.join('\n')}
      />
      <TriesFields at={at} tries={answer} />
    </>
  );
}
