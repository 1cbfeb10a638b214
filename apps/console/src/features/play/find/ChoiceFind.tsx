'use client';
/** One of a few answers. Wrong ones may cost a try, so a choice is made first and then sent. */
import type { ClueView } from '@trove/contracts';
import { type FormEvent, useId, useState } from 'react';
import { BigButton } from '../frame/BigButton';
import { BigRadio } from '../frame/BigRadio';
import { Acts } from './Acts';
import { HintAct } from './HintAct';
import { Trouble } from './Trouble';
import { useSubmit } from './useSubmit';

export function ChoiceFind({ clue }: { readonly clue: ClueView }) {
  const form = useId();
  const [chosen, setChosen] = useState<string>();
  const { submit, trouble } = useSubmit();
  const options = clue.options ?? [];
  const send = (event: FormEvent) => {
    event.preventDefault();
    const option = options.find(({ id }) => id === chosen);
    if (option === undefined) return;
    const data = { clue: clue.id, option: option.id };
    submit({ type: 'option.chosen.v1', data, says: `“${option.text}”`, clue: clue.id });
    setChosen(undefined);
  };
  return (
    <form id={form} onSubmit={send}>
      <fieldset className="m-0 flex flex-col gap-2 border-0 p-0">
        <legend className="mb-1 p-0 font-semibold">Which one is it?</legend>
        {options.map(({ id, text }) => (
          <BigRadio
            isChosen={chosen === id}
            key={id}
            name="option"
            onChoose={() => setChosen(id)}
            value={id}
          >
            <span dir="auto">{text}</span>
          </BigRadio>
        ))}
      </fieldset>
      <Trouble says={trouble} />
      <Acts>
        <HintAct clue={clue} />
        <BigButton disabled={chosen === undefined} form={form} tone="main" type="submit">
          Send choice
        </BigButton>
      </Acts>
    </form>
  );
}
