'use client';
/** Repairs many by a rule: written, shown without effect, and only then started. */
import type { QuarantineCause } from '@trove/contracts';
import { REPAIR_LIMITS } from '@trove/contracts/repair-limits';
import { useState, useTransition } from 'react';
import { type PreviewAnswer, previewRepair } from '../../server/commands/repairMany';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { TextArea } from '../../ui/TextArea';
import { RepairOutlook } from './RepairOutlook';
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
  const wrong = answer && !answer.isGood ? answer : undefined;
  return (
    <section
      aria-label="Repair these"
      className="flex flex-col gap-3 rounded-lg border border-line bg-panel p-4"
    >
      <div className="grid grid-cols-1 gap-3 lg:grid-cols-2">
        <TextArea
          hint="CEL over the event as it was sent; where a field is missing it is false."
          label="For events of which this is true"
          maxLength={REPAIR_LIMITS.conditionChars}
          name="repair-condition"
          onChange={({ target }) => change({ condition: target.value })}
          rows={5}
          value={rule.condition}
          wrong={wrong?.part === 'condition' ? wrong.says : undefined}
        />
        <TextArea
          hint="JSON Patch, RFC 6902. Id, source and hunt stay what they were."
          label="Make this change"
          maxLength={REPAIR_LIMITS.patchChars}
          name="repair-patch"
          onChange={({ target }) => change({ patch: target.value })}
          rows={5}
          value={rule.patch}
          wrong={wrong?.part === 'patch' ? wrong.says : undefined}
        />
      </div>
      <span>
        <Button disabled={isPending} onClick={() => preview()}>
          {isPending ? 'Looking …' : 'Preview, without effect'}
        </Button>
      </span>
      {wrong && wrong.part === undefined && <Notice tone="bad">{wrong.says}</Notice>}
      {answer?.isGood && (
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

const NO_ANSWER = {
  isGood: false,
  says: 'The console does not answer. Nothing was sent.',
} as const;
