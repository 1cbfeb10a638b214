'use client';
/** A button that asks before it acts; what nothing takes back asks for a name written out. */
import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useState } from 'react';
import { Button } from './Button';
import { Field } from './Field';

interface ConfirmActProps {
  readonly word: string;
  readonly question: string;
  /** What it does, in a sentence or two. */
  readonly means: string;
  /** The word on the button that does it. */
  readonly does: string;
  readonly tone?: 'quiet' | 'main' | 'danger';
  readonly isDisabled?: boolean;
  /** There is nothing to ask about: it acts at once. */
  readonly isSure?: boolean;
  /** What has to be written out first. */
  readonly written?: string;
  readonly onConfirm: () => void;
}

export function ConfirmAct(props: ConfirmActProps) {
  const { word, question, means, does, tone = 'quiet', isDisabled = false, written } = props;
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const isReady = written === undefined || text === written;
  const change = (open: boolean) => {
    if (open && props.isSure) return props.onConfirm();
    setText('');
    setOpen(open);
  };
  return (
    <AlertDialog.Root onOpenChange={change} open={isOpen}>
      <AlertDialog.Trigger render={<Button disabled={isDisabled} tone={tone} />}>
        {word}
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-black/40" />
        <AlertDialog.Popup
          className={
            'fixed inset-x-4 top-[20vh] z-50 mx-auto flex max-w-md flex-col gap-3 rounded-lg ' +
            'border border-line bg-panel p-5'
          }
        >
          <AlertDialog.Title className="text-base font-medium">{question}</AlertDialog.Title>
          <AlertDialog.Description className="text-muted">{means}</AlertDialog.Description>
          {written !== undefined && (
            <Field
              autoComplete="off"
              label={`Write ${written} to go on`}
              name="confirm-written"
              onChange={({ target }) => setText(target.value)}
              value={text}
            />
          )}
          <span className="flex justify-end gap-2">
            <AlertDialog.Close render={<Button />}>Leave it as it is</AlertDialog.Close>
            <Button
              disabled={!isReady}
              onClick={() => {
                change(false);
                props.onConfirm();
              }}
              tone={tone === 'quiet' ? 'main' : tone}
            >
              {does}
            </Button>
          </span>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
