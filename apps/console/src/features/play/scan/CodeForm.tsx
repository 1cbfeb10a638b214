'use client';
/** The code, typed: for a dark corner, a scratched plate or a phone without a camera. */
import { type FormEvent, useState } from 'react';
import { usePlay } from '../client/usePlay';
import { Trouble } from '../find/Trouble';
import { useSubmit } from '../find/useSubmit';
import { useTyped } from '../find/useTyped';
import { BigButton } from '../frame/BigButton';
import { BigField } from '../frame/BigField';
import { readCode } from './readCode';

interface CodeFormProps {
  readonly clue?: string;
  readonly onSent?: () => void;
}

export function CodeForm({ clue, onSent }: CodeFormProps) {
  const { hunt } = usePlay();
  const [text, setText] = useTyped(`code ${clue ?? ''}`);
  const [wrong, setWrong] = useState<string>();
  const { submit, trouble } = useSubmit();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return setWrong('Type the code first.');
    const read = readCode(text, hunt.slug);
    setWrong(read.ok ? undefined : read.says);
    if (!read.ok) return;
    const { code } = read;
    const sent = submit({ type: 'code.scanned.v1', data: { code }, says: `Code ${code}`, clue });
    if (sent === undefined) return;
    setText('');
    onSent?.();
  };
  return (
    <form className="flex flex-col gap-2" noValidate onSubmit={send}>
      <BigField
        hint="It stands under the square. Capitals matter."
        isCode
        label="Or type the code"
        maxLength={64}
        name="code"
        onChange={setText}
        value={text}
        wrong={wrong}
      />
      <Trouble says={trouble} />
      <BigButton type="submit">Send the code</BigButton>
    </form>
  );
}
