'use client';
/**
 * The draft as the file it is: all mistakes, the text itself, and the ways in and out as a file.
 */
import type { Finding } from '@trove/contracts';
import { useRef, useState, useTransition } from 'react';
import { saveDraftText } from '../../server/commands/saveDraft';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import { TextArea } from '../../ui/TextArea';
import { useDraft } from './DraftProvider';
import { FindingList } from './FindingList';

const LIVE = { is: 'live' } as const;
const NO_ANSWER = {
  isDone: false,
  says: 'The console does not answer. Nothing was saved.',
} as const;

export function TextScreen() {
  const { draft } = useDraft();
  const { findings } = draft;
  return (
    <div className="flex flex-col gap-3">
      {findings.length > 0 && (
        <Panel state={LIVE} title="What is wrong and what is doubtful">
          <FindingList findings={findings} />
        </Panel>
      )}
      <TextEditor key={draft.revision} />
    </div>
  );
}

/** Begins anew with every revision: a text that is being written is one of this revision only. */
function TextEditor() {
  const { draft, isSaving, replace } = useDraft();
  const [text, setText] = useState(draft.source);
  const [wrong, setWrong] = useState<{ says: string; findings: readonly Finding[] }>();
  const [isPending, startTransition] = useTransition();
  const isChanged = text !== draft.source;
  const save = () => {
    startTransition(async () => {
      const { slug, revision } = draft;
      const answer = await saveDraftText({ slug, revision, text }).catch(() => NO_ANSWER);
      if (answer.isDone) return replace(answer.draft);
      const findings = 'findings' in answer ? answer.findings : undefined;
      setWrong({ says: answer.says, findings: findings ?? [] });
    });
  };
  return (
    <Panel
      note="YAML; comments are kept"
      state={LIVE}
      title="The file"
      tools={<FileTools onText={setText} />}
    >
      <div className="flex flex-col gap-3">
        {wrong && <Notice tone="bad">{wrong.says}</Notice>}
        {wrong && <FindingList findings={wrong.findings} />}
        <TextArea
          hint={isChanged ? 'Not saved yet.' : undefined}
          label="Hunt file"
          name="draft-text"
          onChange={({ target }) => setText(target.value)}
          rows={28}
          value={text}
        />
        <span className="flex gap-2">
          <Button disabled={!isChanged || isPending || isSaving} onClick={save} tone="main">
            {isPending ? 'Saving …' : 'Save the text'}
          </Button>
          <Button disabled={!isChanged} onClick={() => setText(draft.source)}>
            Back to what is saved
          </Button>
        </span>
      </div>
    </Panel>
  );
}

/** The ways in and out as a file. What comes in is shown first, and saved as any text is. */
function FileTools({ onText }: { readonly onText: (text: string) => void }) {
  const { slug, source } = useDraft().draft;
  const file = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        accept=".yaml,.yml,text/yaml"
        aria-label="Hunt file to put in the place of this text"
        className="sr-only"
        onChange={({ target }) => void target.files?.[0]?.text().then(onText)}
        ref={file}
        tabIndex={-1}
        type="file"
      />
      <Button onClick={() => file.current?.click()}>Import …</Button>
      <a
        className="rounded-md border border-line px-2.5 py-1 text-[13px] hover:bg-raised"
        download={`${slug}.yaml`}
        href={`data:text/yaml;charset=utf-8,${encodeURIComponent(source)}`}
      >
        Export
      </a>
    </>
  );
}
