'use client';
/** The form of one message, made from its schema, and the same call as code to copy. */
import { Send } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '../../../ui/Button';
import { Select } from '../../../ui/Select';
import { type ApiModel, resolve } from '../apiModel';
import { CopyButton } from '../CopyButton';
import { messageSamples } from '../samples';
import { SchemaField } from './SchemaField';
import { type Fields, renewed, type Speaker, startValue } from './startValue';

interface MessageFormProps {
  readonly model: ApiModel;
  readonly door: string;
  readonly speaker: Speaker;
  readonly isLive: boolean;
  readonly onSend: (message: string, body: Fields) => void;
}

export function MessageForm({ model, door, speaker, isLive, onSend }: MessageFormProps) {
  const messages = model.entries.filter(({ kind }) => kind === 'message');
  const startOf = (title: string) => {
    const example = messages.find((one) => one.title === title)?.example;
    return startValue(example, speaker, Date.now());
  };
  const [title, setTitle] = useState(messages[0]?.title ?? '');
  const [value, setValue] = useState<Fields>(() => startOf(title));
  const [isSame, setSame] = useState(false);
  const schema = resolve(
    messages.find((one) => one.title === title)?.parts[0]?.schema,
    model.schemas,
  );
  const choose = (next: string) => {
    setTitle(next);
    setValue(startOf(next));
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const body = isSame ? value : renewed(value, Date.now());
    setValue(body);
    onSend(title, body);
  };
  return (
    <form className="flex min-w-0 flex-col gap-3" onSubmit={send}>
      <Select label="Message" onChange={(event) => choose(event.target.value)} value={title}>
        {messages.map((one) => (
          <option key={one.id}>{one.title}</option>
        ))}
      </Select>
      <SendRow door={door} isLive={isLive} title={title} value={value} />
      {'events' in value && (
        <label className="flex items-center gap-2">
          <input
            checked={isSame}
            onChange={(event) => setSame(event.target.checked)}
            type="checkbox"
          />
          Keep the ids: what was sent before is a repeat
        </label>
      )}
      <SchemaField
        label="Payload"
        onChange={(next) => setValue(next as Fields)}
        schema={schema}
        schemas={model.schemas}
        value={value}
      />
    </form>
  );
}

interface SendRowProps extends Pick<MessageFormProps, 'door' | 'isLive'> {
  readonly title: string;
  readonly value: Fields;
}

function SendRow({ door, isLive, title, value }: SendRowProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button disabled={!isLive} tone="main" type="submit">
        <Send aria-hidden="true" size={14} /> Send
      </Button>
      {messageSamples(title, value, door).map(({ language, code }) => (
        <CopyButton
          key={language}
          label={`${title} in ${language}`}
          says={language === 'TypeScript' ? 'SDK call' : language}
          text={code}
        />
      ))}
    </div>
  );
}
