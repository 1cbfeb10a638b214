'use client';
/** An answer to be typed. */
import type { ClueView } from '@trove/contracts';
import { type FormEvent, useId, useState } from 'react';
import { BigButton } from '../frame/BigButton';
import { BigField } from '../frame/BigField';
import { Acts } from './Acts';
import { HintAct } from './HintAct';
import { Trouble } from './Trouble';
import { useSubmit } from './useSubmit';
import { useTyped } from './useTyped';

export function AnswerFind({ clue }: { readonly clue: ClueView }) {
  const form = useId();
  const [text, setText] = useTyped(`answer ${clue.id}`);
  const [wrong, setWrong] = useState<string>();
  const { submit, trouble } = useSubmit();
  const send = (event: FormEvent) => {
    event.preventDefault();
    const answer = text.trim();
    if (answer === '') return setWrong('Type your answer first.');
    setWrong(undefined);
    const data = { clue: clue.id, answer };
    const says = `“${answer}”`;
    if (submit({ type: 'clue.answered.v1', data, says, clue: clue.id })) setText('');
  };
  return (
    <form id={form} noValidate onSubmit={send}>
      <BigField
        hint="Capitals and full stops make no difference."
        label="Your answer"
        name="answer"
        onChange={setText}
        value={text}
        wrong={wrong}
      />
      <Trouble says={trouble} />
      <Acts>
        <HintAct clue={clue} />
        <BigButton form={form} tone="main" type="submit">
          Send answer
        </BigButton>
      </Acts>
    </form>
  );
}
