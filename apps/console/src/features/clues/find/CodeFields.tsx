'use client';
/** A code: what a label says. */
import { TextField } from '../../draft/fields/TextField';
import type { ClueProps } from '../ClueEditor';
import { isRecord } from '../clueParts';

export function CodeFields({ clue, index }: ClueProps) {
  const find: unknown = clue.find;
  const code = isRecord(find) ? find['code'] : undefined;
  return (
    <TextField
      className="sm:max-w-80"
      hint="1 to 64 of A-Z a-z 0-9 . _ : @ ~ -; case matters. It is printed on the sheet of codes."
      isCode
      label="Code"
      steps={['clues', index, 'find', 'code']}
      value={code}
    />
  );
}
