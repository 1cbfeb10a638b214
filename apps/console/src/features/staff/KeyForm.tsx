'use client';
/** Makes an API key: for whom, for which hunts, and what it may do. */
import { KeyRight } from '@trove/contracts/staff';
import { useState } from 'react';
import { createKey } from '../../server/commands/keys';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { ActNotice } from './ActNotice';
import { useAct } from './useAct';

const RIGHTS: Readonly<Record<KeyRight, string>> = {
  send: 'send events',
  publish: 'publish hunts',
  operate: 'steer live hunts',
  draft: 'change drafts',
};

export function KeyForm() {
  const [rights, setRights] = useState<readonly KeyRight[]>(['send']);
  const { isPending, answer, act } = useAct();
  const toggle = (right: KeyRight) => {
    setRights((now) =>
      now.includes(right) ? now.filter((one) => one !== right) : [...now, right],
    );
  };
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const asked = { ...keyOf(new FormData(event.currentTarget)), may: [...rights] };
        act(() => createKey(asked));
      }}
    >
      <Field label="Name" maxLength={80} name="key-name" required />
      <Field
        defaultValue="/servers/one"
        hint="The source its events carry."
        label="Source"
        name="key-source"
        required
      />
      <Field defaultValue="*" hint="Slugs, or * for all." label="Hunts" name="key-hunts" required />
      <Field
        hint="Empty: until it is revoked."
        label="Good for days"
        max={730}
        min={1}
        name="key-days"
        type="number"
      />
      <fieldset className="flex flex-wrap gap-3 border-0 p-0">
        <legend className="sr-only">What it may do</legend>
        {KeyRight.options.map((right) => (
          <label className="flex items-center gap-1.5" key={right}>
            <input
              checked={rights.includes(right)}
              onChange={() => toggle(right)}
              type="checkbox"
            />
            {RIGHTS[right]}
          </label>
        ))}
      </fieldset>
      <Button disabled={isPending || rights.length === 0} tone="main" type="submit">
        {isPending ? 'Making a key …' : 'Make a key'}
      </Button>
      <ActNotice answer={answer} />
    </form>
  );
}

function keyOf(form: FormData) {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const days = Number(text('key-days'));
  return {
    name: text('key-name'),
    source: text('key-source'),
    hunts: text('key-hunts').split(/[\s,]+/),
    ...(days > 0 ? { days } : {}),
  };
}
