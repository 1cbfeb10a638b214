'use client';
/** Over which events a draft is run, and the draft's text itself. */
import { useQuery } from '@tanstack/react-query';
import { BACKTEST_LIMITS } from '@trove/contracts/backtest-limits';
import { useState, useTransition } from 'react';
import { fetchJson } from '../../fetching/fetchJson';
import { noAnswer } from '../../fetching/noAnswer';
import { type StartedBacktest, startBacktest } from '../../server/commands/startBacktest';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { onSend } from '../../ui/onSend';
import { TextArea } from '../../ui/TextArea';
import type { HuntsAnswer } from '../hunts/answers';

interface StartFormProps {
  readonly slug: string;
  readonly draft: string;
  readonly onStarted: (started: StartedBacktest) => void;
}

export function StartForm({ slug, draft, onStarted }: StartFormProps) {
  const [events, setEvents] = useState(slug);
  const [hours, setHours] = useState('');
  const [text, setText] = useState(draft);
  const [isPending, startTransition] = useTransition();
  const start = () => {
    startTransition(async () => {
      const scope = { events, ...(hours === '' ? {} : { hours: Number(hours) }) };
      onStarted(await startBacktest({ slug, scope, draft: text }).catch(() => NO_ANSWER));
    });
  };
  return (
    <form className="flex flex-col gap-3" onSubmit={onSend(start)}>
      <div className="flex flex-wrap items-end gap-3">
        <HuntChoice onChange={setEvents} own={slug} value={events} />
        <Field
          label="Only the last hours (all when empty)"
          max={BACKTEST_LIMITS.hours}
          min={1}
          name="backtest-hours"
          onChange={({ target }) => setHours(target.value)}
          type="number"
          value={hours}
        />
        <Button className="h-10" disabled={isPending || text === ''} tone="main" type="submit">
          {isPending ? 'Asking …' : 'Run the backtest'}
        </Button>
      </div>
      <details>
        <summary className="cursor-pointer text-[13px] text-muted">The draft’s text</summary>
        <TextArea
          className="mt-2"
          hint="What is changed here is run and not kept."
          label="Hunt file"
          name="backtest-draft"
          onChange={({ target }) => setText(target.value)}
          rows={14}
          value={text}
        />
      </details>
    </form>
  );
}

interface HuntChoiceProps {
  readonly own: string;
  readonly value: string;
  readonly onChange: (slug: string) => void;
}

function HuntChoice({ own, value, onChange }: HuntChoiceProps) {
  const { data } = useQuery({
    queryKey: ['hunts'],
    queryFn: () => fetchJson<HuntsAnswer>('/api/hunts'),
  });
  const others = data?.hunts.filter(({ slug }) => slug !== own) ?? [];
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor="backtest-events">Over the events of</label>
      <select
        className="h-10 max-w-full rounded-md border border-line bg-ground px-3"
        id="backtest-events"
        onChange={({ target }) => onChange(target.value)}
        value={value}
      >
        <option value={own}>this hunt</option>
        {others.map(({ slug, title }) => (
          <option key={slug} value={slug}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}

const NO_ANSWER = noAnswer('The list of backtests says whether it was asked for.');
