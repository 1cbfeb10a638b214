'use client';
/** A text to players, with its bound in sight. */
import { OPERATION_LIMITS } from '@trove/contracts/limits';
import { useState } from 'react';
import { Button } from '../../ui/Button';
import { onSend } from '../../ui/onSend';
import { TextArea } from '../../ui/TextArea';
import type { Operating } from './useOperate';

interface SayFormProps {
  readonly label: string;
  readonly name: string;
  readonly operating: Operating;
  /** The one team it is for. */
  readonly to?: string;
}

export function SayForm({ label, name, operating, to }: SayFormProps) {
  const [text, setText] = useState('');
  const most = OPERATION_LIMITS.broadcastText;
  const say = () => {
    const data = to === undefined ? { text } : { text, to };
    operating.act({ type: 'hunt.broadcast.v1', data }, { onDone: () => setText('') });
  };
  return (
    <form className="flex flex-col gap-2" onSubmit={onSend(say)}>
      <TextArea
        dir="auto"
        hint={`${text.length} of ${most} characters; on their screens within a second.`}
        label={label}
        maxLength={most}
        name={name}
        onChange={({ target }) => setText(target.value)}
        value={text}
      />
      <span>
        <Button disabled={operating.isPending || text.trim() === ''} tone="main" type="submit">
          Say it
        </Button>
      </span>
    </form>
  );
}
