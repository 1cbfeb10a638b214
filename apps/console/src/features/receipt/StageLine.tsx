/** The way of one event, stage by stage, with how long each took, to scale from the door on. */
import type { Receipt } from '@trove/contracts';
import clsx from 'clsx';
import { formatMillis } from '../../format/numbers';
import { TimeText } from '../../ui/TimeText';
import { type ReceiptStep, receiptSteps, wordsOfAbsent } from './receiptSteps';

export function StageLine({ receipt }: { readonly receipt: Receipt }) {
  const steps = receiptSteps(receipt.stages);
  const longest = Math.max(0, ...steps.map(({ isOurs, tookMs = 0 }) => (isOurs ? tookMs : 0)));
  return (
    <ol aria-label="Stages" className="m-0 list-none p-0 text-[13px]">
      {steps.map((step) => (
        <li
          className={
            'grid grid-cols-[0.75rem_6.5rem_1fr_auto] items-center gap-x-3 py-1 ' +
            'sm:grid-cols-[0.75rem_6.5rem_8rem_minmax(0,1fr)_5rem]'
          }
          key={step.name}
        >
          <Dot isThere={step.atMs !== undefined} />
          <span title={step.says}>{step.name}</span>
          <StepTime receipt={receipt} step={step} />
          <Bar longestMs={longest} tookMs={step.isOurs ? step.tookMs : undefined} />
          <span className="figures text-right text-muted">
            {step.tookMs === undefined ? '' : `+${formatMillis(step.tookMs)}`}
          </span>
        </li>
      ))}
    </ol>
  );
}

interface StepProps {
  readonly receipt: Receipt;
  readonly step: ReceiptStep;
}

function StepTime({ receipt, step }: StepProps) {
  if (step.atMs !== undefined) return <TimeText as="millis" ms={step.atMs} />;
  return <span className="text-muted">{wordsOfAbsent(receipt, step)}</span>;
}

function Dot({ isThere }: { readonly isThere: boolean }) {
  const look = isThere ? 'border-accent bg-accent' : 'border-line bg-transparent';
  return <span aria-hidden="true" className={clsx('size-2 rounded-full border', look)} />;
}

interface BarProps {
  readonly tookMs: number | undefined;
  readonly longestMs: number;
}

function Bar({ tookMs, longestMs }: BarProps) {
  const share = tookMs === undefined || longestMs === 0 ? 0 : (tookMs / longestMs) * 100;
  return (
    <span aria-hidden="true" className="hidden h-1.5 rounded-sm bg-raised sm:block">
      <span className="block h-full rounded-sm bg-repeat" style={{ width: `${share}%` }} />
    </span>
  );
}
