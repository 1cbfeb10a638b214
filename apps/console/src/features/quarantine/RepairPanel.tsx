'use client';
/** Repairs many by a rule: written, shown without effect, and only then started. */
import type { QuarantineCause } from '@trove/contracts';
import { useState, useTransition } from 'react';
import { NO_ANSWER } from '../../fetching/noAnswer';
import { type PreviewAnswer, previewRepair } from '../../server/commands/repairMany';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { RepairOutlook } from './RepairOutlook';
import { RuleFields } from './RuleFields';
import { draftOf } from './repairDraft';
import { StartRepair } from './StartRepair';
import type { FilterParameters } from './useQuarantineFilter';

interface RepairPanelProps {
  readonly filter: FilterParameters;
  readonly cause: QuarantineCause | undefined;
}

export function RepairPanel({ filter, cause }: RepairPanelProps) {
  const [rule, setRule] = useState(() => draftOf(cause));
  const [allowsClosed, setAllowsClosed] = useState(false);
  const [answer, setAnswer] = useState<PreviewAnswer>();
  const [isPending, startTransition] = useTransition();
  // What was shown of another rule says nothing of this one.
  const change = (part: Partial<typeof rule>) => {
    setRule({ ...rule, ...part });
    setAnswer(undefined);
  };
  const question = { filter, ...rule, allowsClosed };
  const preview = (more: Partial<typeof question> = {}) => {
    startTransition(async () => {
      setAnswer(await previewRepair({ ...question, ...more }).catch(() => NO_ANSWER));
    });
  };
  const wrong = answer && !answer.isDone ? answer : undefined;
  return (
    <section
      aria-label="Repair these"
      className="flex flex-col gap-3 rounded-lg border border-line bg-panel p-4"
    >
      <RuleFields onChange={change} rule={rule} wrong={wrong} />
      <span>
        <Button disabled={isPending} onClick={() => preview()}>
          {isPending ? 'Looking …' : 'Preview, without effect'}
        </Button>
      </span>
      {wrong && wrong.part === undefined && <Notice tone="bad">{wrong.says}</Notice>}
      {answer?.isDone && (
        <>
          <RepairOutlook
            allowsClosed={allowsClosed}
            answer={answer}
            onAllowClosed={(isAllowed) => {
              setAllowsClosed(isAllowed);
              preview({ allowsClosed: isAllowed });
            }}
          />
          <StartRepair answer={answer} question={question} />
        </>
      )}
    </section>
  );
}
