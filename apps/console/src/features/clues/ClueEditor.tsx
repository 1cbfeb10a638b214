'use client';
/** One clue in full: every field of the language, each with what is wrong beside it. */
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '../../ui/Button';
import { useFindings } from '../draft/DraftProvider';
import { type DraftClue, textOf } from '../draft/draftHunt';
import { NumberField } from '../draft/fields/NumberField';
import { TextField } from '../draft/fields/TextField';
import { FindEditor } from './find/FindEditor';
import { HintList } from './HintList';
import { OpeningFields } from './OpeningFields';
import { useRename } from './useRename';
import { WorthFields } from './WorthFields';

/** Markdown is read by a library that no other tab needs. */
const Markdown = dynamic(async () => (await import('./Markdown')).Markdown, { ssr: false });

export interface ClueProps {
  readonly clue: DraftClue;
  readonly index: number;
}

interface ClueEditorProps extends ClueProps {
  readonly clues: readonly DraftClue[];
  readonly onClose: () => void;
  readonly onMove: (index: number) => void;
}

export function ClueEditor({ clue, clues, index, onClose, onMove }: ClueEditorProps) {
  const of = { clue, index };
  return (
    <article
      aria-label={`Clue ${textOf(clue.title)}`}
      className="flex min-w-0 flex-col gap-4 rounded-lg border border-line bg-panel px-4 py-3"
    >
      <EditorHead count={clues.length} index={index} onClose={onClose} onMove={onMove} />
      <ReadFields {...of} clues={clues} />
      <FindEditor {...of} />
      <OpeningFields {...of} clues={clues} />
      <WorthFields {...of} />
      <HintList {...of} />
    </article>
  );
}

interface EditorHeadProps {
  readonly index: number;
  readonly count: number;
  readonly onClose: () => void;
  readonly onMove: (index: number) => void;
}

function EditorHead({ index, count, onClose, onMove }: EditorHeadProps) {
  return (
    <header className="flex items-center gap-1">
      <h2 className="mr-auto text-[13px] text-muted">
        Clue {index + 1} of {count}
      </h2>
      <Button
        aria-label="The clue before"
        disabled={index === 0}
        onClick={() => onMove(index - 1)}
        tone="bare"
      >
        <ChevronUp aria-hidden="true" size={15} />
      </Button>
      <Button
        aria-label="The next clue"
        disabled={index === count - 1}
        onClick={() => onMove(index + 1)}
        tone="bare"
      >
        <ChevronDown aria-hidden="true" size={15} />
      </Button>
      <Button aria-label="Close the clue" onClick={onClose} title="Close (Esc)" tone="bare">
        <X aria-hidden="true" size={15} />
      </Button>
    </header>
  );
}

function ReadFields({ clue, clues, index }: ClueProps & Pick<ClueEditorProps, 'clues'>) {
  const at = ['clues', index] as const;
  const rename = useRename(clues, index);
  const [isPreview, setPreview] = useState(false);
  const text = textOf(clue.text);
  return (
    <div className="flex flex-col gap-3">
      <WholeClueFindings index={index} />
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,11rem)_5rem]">
        <TextField hasFocus label="Title" steps={[...at, 'title']} value={clue.title} />
        <TextField isCode label="Id" onCommit={rename} steps={[...at, 'id']} value={clue.id} />
        <NumberField label="Points" steps={[...at, 'points']} value={clue.points} />
      </div>
      <TextField
        hint={
          <span className="flex items-center gap-2">
            Markdown; {text.length.toLocaleString('en')} of 4,000 characters.
            <Button aria-pressed={isPreview} onClick={() => setPreview(!isPreview)} tone="bare">
              {isPreview ? 'Hide the preview' : 'Preview'}
            </Button>
          </span>
        }
        isOptional
        label="Text"
        rows={5}
        steps={[...at, 'text']}
        value={clue.text}
      />
      {isPreview && <Markdown text={text} />}
    </div>
  );
}

/** What is said of the clue as a whole, and of no field of it. */
function WholeClueFindings({ index }: { readonly index: number }) {
  const path = `clues[${index}]`;
  const whole = useFindings(path).filter((finding) => finding.path === path);
  if (whole.length === 0) return null;
  return (
    <ul className="m-0 list-none p-0 text-[13px] text-bad">
      {whole.map(({ message, mend }) => (
        <li key={message}>
          ■ {message} <span className="text-muted">{mend}</span>
        </li>
      ))}
    </ul>
  );
}
