'use client';
/** Adds many clues at once from the rows of a spreadsheet: all of them, or none and why. */
import { useMemo, useState } from 'react';
import { formatNumberOf } from '../../format/numbers';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { Sheet } from '../../ui/Sheet';
import { TextArea } from '../../ui/TextArea';
import { useDraft } from '../draft/DraftProvider';
import type { DraftClue } from '../draft/draftHunt';
import { pointerOf } from '../draft/pathOf';
import { idsOf } from './clueEdits';
import { PASTED_CELLS, readPastedClues } from './pastedClues';

interface PasteSheetProps {
  /** What was pasted; nothing while the sheet is closed. */
  readonly text: string | undefined;
  readonly clues: readonly DraftClue[];
  readonly onClose: () => void;
}

export function PasteSheet({ text, clues, onClose }: PasteSheetProps) {
  return (
    <Sheet isOpen={text !== undefined} onClose={onClose} title="Paste clues">
      {text !== undefined && <PasteForm clues={clues} onClose={onClose} text={text} />}
    </Sheet>
  );
}

function PasteForm({ text: pasted, clues, onClose }: PasteSheetProps & { readonly text: string }) {
  const { edit } = useDraft();
  const [text, setText] = useState(pasted);
  const read = useMemo(() => readPastedClues(text, idsOf(clues)), [text, clues]);
  const add = () => {
    if (!read.isGood) return;
    if (clues.length === 0) edit([{ op: 'add', path: '/clues', value: read.clues }]);
    else edit(read.clues.map((value) => ({ op: 'add', path: pointerOf('clues', '-'), value })));
    onClose();
  };
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">
        One clue a row, its cells as a spreadsheet copies them: {PASTED_CELLS.join(', ')}. The kind
        is code, answer or place; answers stand between |, a place is latitude, longitude and
        metres.
      </p>
      <TextArea
        dir="auto"
        label="Rows"
        name="pasted-clues"
        onChange={({ target }) => setText(target.value)}
        placeholder={'The old pier\tcode\tPIER-1\t25'}
        rows={12}
        value={text}
        wrap="off"
      />
      {text !== '' && !read.isGood && (
        <Notice tone="bad">
          {read.problems.map((problem) => (
            <span className="block" key={problem}>
              {problem}
            </span>
          ))}
          <span className="block text-muted">Nothing is added.</span>
        </Notice>
      )}
      <span>
        <Button disabled={!read.isGood} onClick={add} tone="main">
          {read.isGood ? `Add ${formatNumberOf(read.clues.length, 'clue')}` : 'Add'}
        </Button>
      </span>
    </div>
  );
}
