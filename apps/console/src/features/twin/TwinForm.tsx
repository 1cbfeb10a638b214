'use client';
/** Turns the twin on and off, and sets how far apart its runs are. */
import { useQueryClient } from '@tanstack/react-query';
import type { TwinSetting } from '@trove/contracts';
import { TWIN_LIMITS } from '@trove/contracts/twin-limits';
import { useState, useTransition } from 'react';
import { NO_ANSWER } from '../../fetching/noAnswer';
import { type SetTwin, setTwin } from '../../server/commands/setTwin';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { onSend } from '../../ui/onSend';

export function TwinForm({ setting }: { readonly setting: TwinSetting }) {
  const [everyS, setEveryS] = useState(String(setting.everyS));
  const [answer, setAnswer] = useState<SetTwin>();
  const [isPending, startTransition] = useTransition();
  const client = useQueryClient();
  const set = (isOn: boolean) => {
    startTransition(async () => {
      const wanted = { isOn, everyS: Number(everyS) };
      setAnswer(await setTwin(wanted).catch(() => NO_ANSWER));
      await client.invalidateQueries({ queryKey: ['twin'] });
    });
  };
  return (
    <form className="flex flex-col gap-2" onSubmit={onSend(() => set(true))}>
      <div className="flex flex-wrap items-end gap-3">
        <Field
          label={`Seconds between two runs, ${TWIN_LIMITS.leastS} to ${TWIN_LIMITS.mostS}`}
          max={TWIN_LIMITS.mostS}
          min={TWIN_LIMITS.leastS}
          name="twin-every"
          onChange={({ target }) => setEveryS(target.value)}
          required
          type="number"
          value={everyS}
        />
        <Button className="h-10" disabled={isPending} tone="main" type="submit">
          {setting.isOn ? 'Set' : 'Turn on'}
        </Button>
        {setting.isOn && (
          <Button className="h-10" disabled={isPending} onClick={() => set(false)}>
            Turn off
          </Button>
        )}
        <span className="pb-2.5 text-[13px] text-muted">
          {setting.isOn ? `● runs every ${setting.everyS} s` : '○ off'}
        </span>
      </div>
      {answer && !answer.isDone && <Notice tone="bad">{answer.says}</Notice>}
    </form>
  );
}
