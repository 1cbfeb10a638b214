/** The way of one event, stage by stage, with how long each took, to scale. */
import type { Receipt } from '@trove/contracts';
import clsx from 'clsx';
import { formatMillis } from '../../format/numbers';
import { TimeText } from '../../ui/TimeText';
import { type ReceiptStep, receiptSteps } from './receiptSteps';

export function StageLine({ receipt }: { readonly receipt: Receipt }) {
  const steps = receiptSteps(receipt.stages);
  const longest = Math.max(0, ...steps.map(({ tookMs = 0 }) => tookMs));
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
          <StepTime isKnown={isKnown(receipt, step)} step={step} />
          <Bar longestMs={longest} tookMs={step.tookMs} />
          <span className="figures text-right text-muted">
            {step.tookMs === undefined ? '' : `+${formatMillis(step.tookMs)}`}
          </span>
        </li>
      ))}
    </ol>
  );
}

const DELIVERY: ReadonlySet<string> = new Set(['pushed', 'acknowledged']);

/** Whether a missing time means that it did not happen, and not that nobody kept it. */
function isKnown({ isDeliveryKnown }: Receipt, { name }: ReceiptStep): boolean {
  return isDeliveryKnown && DELIVERY.has(name);
}

function StepTime({ step, isKnown }: { readonly step: ReceiptStep; readonly isKnown: boolean }) {
  if (step.atMs !== undefined) return <TimeText as="millis" ms={step.atMs} />;
  const never = step.name === 'pushed' ? 'nobody listened' : 'not so far';
  return <span className="text-muted">{isKnown ? never : 'not kept'}</span>;
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
