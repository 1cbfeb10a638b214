'use client';
/**
 * The draft as the file it is: all mistakes, the text itself, and the ways in and out as a file.
 */
import type { Finding } from '@trove/contracts';
import { useState, useTransition } from 'react';
import { NO_ANSWER } from '../../fetching/noAnswer';
import { type SaveAnswer, saveDraftText } from '../../server/commands/saveDraft';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import { TextArea } from '../../ui/TextArea';
import { useDraft } from './DraftProvider';
import { FindingList } from './FindingList';
import { PickHuntFile } from './PickHuntFile';
import type { ReadHuntFile } from './readHuntFile';

const LIVE = { is: 'live' } as const;

const OVERTAKEN =
  'The draft was changed in the same lines since you began to write: saving the text undoes that.';

export function TextScreen() {
  const { draft } = useDraft();
  const { findings, unsaid } = draft;
  return (
    <div className="flex flex-col gap-3">
      {findings.length + unsaid.length > 0 && (
        <Panel state={LIVE} title="What is wrong and what is doubtful">
          <FindingList findings={findings} unsaid={unsaid} />
        </Panel>
      )}
      <TextEditor />
    </div>
  );
}

/** What is written stays while the draft goes on below it, and where both touch one line wins. */
function TextEditor() {
  const { draft, isSaving, written, write, hear } = useDraft();
  const [wrong, setWrong] = useState<Wrong>();
  const [isPending, startTransition] = useTransition();
  const text = written?.text ?? draft.source;
  const isOvertaken = written !== undefined && written.source !== draft.source;
  const save = () => {
    startTransition(async () => {
      const { slug, revision } = draft;
      const sent = saveDraftText({ slug, revision, text });
      const answer: SaveAnswer = await sent.catch(() => NO_ANSWER);
      const isHeard = answer.isDone || answer.newer !== undefined;
      setWrong(isHeard ? undefined : wrongOf(answer));
      if (isHeard) hear(answer);
    });
  };
  const take = (file: ReadHuntFile) => {
    setWrong(file.isRead ? undefined : { says: file.says, findings: [], unsaid: [] });
    if (file.isRead) write(file.text);
  };
  const takeBack = () => {
    setWrong(undefined);
    write(draft.source);
  };
  return (
    <Panel
      note="YAML; comments are kept"
      state={LIVE}
      title="The file"
      tools={<FileTools onRead={take} />}
    >
      <div className="flex flex-col gap-3">
        {wrong && <Notice tone="bad">{wrong.says}</Notice>}
        {wrong && <FindingList findings={wrong.findings} unsaid={wrong.unsaid} />}
        {isOvertaken && <Notice tone="doubt">{OVERTAKEN}</Notice>}
        <TextArea
          hint={written && 'Not saved yet.'}
          label="Hunt file"
          name="draft-text"
          onChange={({ target }) => write(target.value)}
          readOnly={isPending}
          rows={28}
          value={text}
        />
        <span className="flex gap-2">
          <Button disabled={!written || isPending || isSaving} onClick={save} tone="main">
            {isPending ? 'Saving …' : isOvertaken ? 'Save the text in its place' : 'Save the text'}
          </Button>
          <Button disabled={!written || isPending} onClick={takeBack}>
            Back to what is saved
          </Button>
        </span>
      </div>
    </Panel>
  );
}

interface Wrong {
  readonly says: string;
  readonly findings: readonly Finding[];
  readonly unsaid: readonly string[];
}

/** Without mends: those are edits of the file that is saved, and this is another text. */
function wrongOf({ says, findings = [], unsaid = [] }: Partial<Wrong> & { says: string }): Wrong {
  return { says, unsaid, findings: findings.map(({ edit: _, ...finding }) => finding) };
}

/** The ways in and out as a file. What comes in is shown first, and saved as any text is. */
function FileTools({ onRead }: { readonly onRead: (file: ReadHuntFile) => void }) {
  const { slug, source } = useDraft().draft;
  return (
    <>
      <PickHuntFile
        label="Hunt file to put in the place of this text"
        onRead={onRead}
        word="Import …"
      />
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
