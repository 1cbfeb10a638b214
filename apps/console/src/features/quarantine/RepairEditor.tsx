'use client';
/** Repairs one event by hand, beside the contract, with the field that still fails marked there. */
import type { QuarantineEntry } from '@trove/contracts';
import { REPAIR_LIMITS } from '@trove/contracts/repair-limits';
import { useState, useTransition } from 'react';
import { NO_ANSWER } from '../../fetching/noAnswer';
import { foretellReplay, type ReplayAnswer } from '../../server/commands/replayEntry';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { TextArea } from '../../ui/TextArea';
import { ContractTable } from './ContractTable';
import { ReplayControl } from './ReplayControl';

export function RepairEditor({ entry }: { readonly entry: QuarantineEntry }) {
  const [text, setText] = useState(() => laidOut(entry.original));
  const [answer, setAnswer] = useState<ReplayAnswer>();
  const [isPending, startTransition] = useTransition();
  const { stream, streamId } = entry;
  const check = () => {
    startTransition(async () => {
      setAnswer(await foretellReplay({ stream, streamId, text }).catch(() => NO_ANSWER));
    });
  };
  const path = answer === undefined ? entry.path : (answer.path ?? '');
  const isReady = answer?.isDone === true || answer?.isClosed === true;
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-1 gap-3 @4xl:grid-cols-2">
        <TextArea
          hint="Its id, its source and its hunt stay what they were."
          label="The repaired event"
          maxLength={REPAIR_LIMITS.eventChars}
          name={`repair-${stream}-${streamId}`}
          onChange={({ target }) => {
            setText(target.value);
            setAnswer(undefined);
          }}
          rows={16}
          value={text}
          wrong={answer && !isReady ? answer.says : undefined}
        />
        <ContractTable hunt={entry.hunt} path={path} type={typeOf(text) ?? entry.type} />
      </div>
      <span>
        <Button disabled={isPending} onClick={check}>
          {isPending ? 'Looking …' : 'Check and preview, without effect'}
        </Button>
      </span>
      {answer && isReady && (
        <>
          <Notice tone={answer.isDone ? 'good' : 'doubt'}>{answer.says}</Notice>
          <ReplayControl entry={entry} isClosed={answer.isClosed ?? false} text={text} />
        </>
      )}
    </div>
  );
}

function laidOut(original: string): string {
  try {
    return JSON.stringify(JSON.parse(original), null, 2);
  } catch {
    return original;
  }
}

/** The type that the text names now, whose contract it is held against. */
function typeOf(text: string): string | undefined {
  return /"type"\s*:\s*"([a-z0-9._]{1,128})"/.exec(text)?.[1];
}
