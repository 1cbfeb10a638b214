'use client';
/** All clues of the draft, and beside them the one that is worked on. */
import { useRef, useState } from 'react';
import { Panel } from '../../ui/Panel';
import { useDraft } from '../draft/DraftProvider';
import { entriesOf } from '../draft/draftHunt';
import { BulkBar } from './BulkBar';
import { ClueEditor } from './ClueEditor';
import { ClueTable } from './ClueTable';
import { ClueTools } from './ClueTools';
import { PasteSheet } from './PasteSheet';
import { useClueActs } from './useClueActs';
import { useClueKeys } from './useClueKeys';
import { useClueUrl } from './useClueUrl';
import { usePastedText } from './usePastedText';

const KEYS_SAY =
  'n adds a clue, d duplicates it, x selects it, a selects all, Alt with arrows moves it, ' +
  'Delete takes it out, Ctrl Z brings it back';
const LIVE = { is: 'live' } as const;
const NONE = {
  is: 'empty',
  says: 'There is no clue yet. Add one with “Add” or the key n.',
} as const;

export function CluesScreen() {
  const { hunt } = useDraft();
  const clues = entriesOf(hunt?.clues);
  const [pasted, setPasted] = useState<string>();
  const list = useRef<HTMLTableElement>(null);
  const { opened, open } = useClueUrl(clues.length);
  const acts = useClueActs({ clues, list, opened, open });
  useClueKeys({ acts, list, isOpen: opened !== undefined });
  usePastedText(setPasted);
  const shown = opened === undefined ? undefined : clues[opened];
  return (
    <div className="flex flex-col gap-3">
      <div className={shown ? 'grid gap-3 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]' : ''}>
        <Panel
          className={shown ? 'hidden self-start lg:sticky lg:top-3 lg:flex' : ''}
          note={
            <span className="hidden sm:inline" title={KEYS_SAY}>
              n d x · Alt ↑ ↓ · Delete
            </span>
          }
          state={clues.length === 0 ? NONE : LIVE}
          title={`Clues ${clues.length === 0 ? '' : clues.length}`}
          tools={
            <ClueTools acts={acts} isNarrow={shown !== undefined} onPaste={() => setPasted('')} />
          }
        >
          {acts.selected.size > 0 && <BulkBar acts={acts} clues={clues} />}
          <div className={shown ? 'max-h-[75dvh] overflow-y-auto' : ''}>
            <ClueTable
              clues={clues}
              isNarrow={shown !== undefined}
              list={list}
              onOpen={acts.openClue}
              onSelect={acts.toggle}
              opened={opened}
              selected={acts.selected}
            />
          </div>
        </Panel>
        {shown && opened !== undefined && (
          <ClueEditor
            clue={shown}
            clues={clues}
            index={opened}
            key={opened}
            onClose={acts.close}
            onMove={acts.openClue}
          />
        )}
      </div>
      <PasteSheet clues={clues} onClose={() => setPasted(undefined)} text={pasted} />
    </div>
  );
}
