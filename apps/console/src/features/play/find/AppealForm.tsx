'use client';
/** One word more on a photo that was turned down. */
import { type FormEvent, useState } from 'react';
import { BigButton } from '../frame/BigButton';
import { BigField } from '../frame/BigField';
import { Trouble } from './Trouble';
import { useSubmit } from './useSubmit';

/** Characters of an appeal, as its contract has it. */
const LONGEST = 280;

export function AppealForm({ clue }: { readonly clue: string }) {
  const [text, setText] = useState('');
  const { submit, trouble } = useSubmit();
  const send = (event: FormEvent) => {
    event.preventDefault();
    const said = text.trim();
    if (said === '') return;
    const data = { clue, text: said };
    if (submit({ type: 'photo.appealed.v1', data, says: `“${said}”`, clue })) setText('');
  };
  return (
    <form className="flex flex-col gap-2" noValidate onSubmit={send}>
      <BigField
        hint="Once for this photo."
        label="Ask the organisers to look again"
        maxLength={LONGEST}
        name="appeal"
        onChange={setText}
        value={text}
      />
      <Trouble says={trouble} />
      <BigButton type="submit">Ask them</BigButton>
    </form>
  );
}
