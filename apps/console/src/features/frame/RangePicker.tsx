'use client';
/** A stretch of time by its two ends, for those who know it, or cannot drag. */
import { Popover } from '@base-ui/react/popover';
import clsx from 'clsx';
import { CalendarRange } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { formatField, readField } from '../../format/times';
import { LONGEST_RANGE_DAYS, type Range, rangeProblem } from '../../live/range';
import { useScope } from '../../live/scope';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';

const HOUR_MS = 3_600_000;

export function RangePicker() {
  const [{ range }, setScope] = useScope();
  const [isOpen, setOpen] = useState(false);
  const choose = (chosen: Range) => {
    setOpen(false);
    void setScope({ range: chosen, paused: true });
  };
  return (
    <Popover.Root onOpenChange={setOpen} open={isOpen}>
      <Popover.Trigger
        aria-label="Choose a range of time"
        aria-pressed={range !== null}
        className={clsx(
          'inline-flex h-6.5 items-center gap-1 rounded px-1.5 text-[13px] sm:px-2',
          range === null ? 'text-muted hover:text-ink' : 'bg-raised text-ink',
        )}
        title="A range of time"
      >
        <CalendarRange aria-hidden="true" size={14} />
        <span className="hidden sm:inline">range</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="z-50" collisionPadding={12} sideOffset={6}>
          <Popover.Popup
            aria-label="A range of time"
            className="w-72 rounded-lg border border-line bg-panel p-3"
          >
            <RangeForm onChoose={choose} range={range} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface RangeFormProps {
  readonly range: Range | null;
  readonly onChoose: (range: Range) => void;
}

function RangeForm({ range, onChoose }: RangeFormProps) {
  const [problem, setProblem] = useState<string>();
  const nowMs = Date.now();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const chosen = {
      fromMs: readField(String(form.get('from'))),
      toMs: readField(String(form.get('to'))),
    };
    const wrong = rangeProblem(chosen);
    setProblem(wrong);
    if (wrong === undefined) onChoose(chosen);
  };
  return (
    <form className="flex flex-col gap-3" onSubmit={submit}>
      <Field
        defaultValue={formatField(range?.fromMs ?? nowMs - HOUR_MS)}
        label="From"
        name="from"
        required
        step="1"
        type="datetime-local"
      />
      <Field
        defaultValue={formatField(range?.toMs ?? nowMs)}
        hint={`Local time, at most ${LONGEST_RANGE_DAYS} days.`}
        label="To"
        name="to"
        required
        step="1"
        type="datetime-local"
      />
      {problem && (
        <p className="text-bad" role="alert">
          {problem}
        </p>
      )}
      <Button tone="main" type="submit">
        Show
      </Button>
    </form>
  );
}
