'use client';
/** A photo that organisers look at: taken or chosen, sent, judged, and appealed once. */
import type { ClueView } from '@trove/contracts';
import { useRef, useState } from 'react';
import { usePlay } from '../client/usePlay';
import { BigButton } from '../frame/BigButton';
import { Acts } from './Acts';
import { AppealForm } from './AppealForm';
import { HintAct } from './HintAct';
import { shrinkPhoto } from './shrinkPhoto';
import { Trouble } from './Trouble';

export function PhotoFind({ clue }: { readonly clue: ClueView }) {
  const input = useRef<HTMLInputElement>(null);
  const { send, isSending, trouble } = useSendPhoto(clue.id);
  const { photo } = clue;
  return (
    <>
      {photo !== undefined && <p className="m-0 font-medium">{STANDING[photo.status]}</p>}
      {photo?.reason !== undefined && (
        <p className="m-0" dir="auto">
          Organisers: {photo.reason}
        </p>
      )}
      {photo?.canAppeal === true && <AppealForm clue={clue.id} />}
      <Trouble says={trouble} />
      <label className="sr-only" htmlFor="play-photo">
        Photo
      </label>
      <input
        accept="image/jpeg,image/png,image/webp"
        capture="environment"
        className="sr-only"
        id="play-photo"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same picture may be chosen again after a failure.
          target.value = '';
          if (file !== undefined) void send(file);
        }}
        ref={input}
        tabIndex={-1}
        type="file"
      />
      <Acts>
        <HintAct clue={clue} />
        <BigButton isBusy={isSending} onClick={() => input.current?.click()} tone="main">
          {isSending ? 'Sending the photo …' : photo ? 'Take another photo' : 'Take a photo'}
        </BigButton>
      </Acts>
    </>
  );
}

const STANDING = {
  waiting: 'Your photo waits for an organiser to look at it.',
  appealed: 'An organiser will look at your photo once more.',
  accepted: 'Your photo was accepted.',
  rejected: 'Your photo was turned down.',
} as const;

/** Without a signal a photo waits on the phone; until it has left, nothing is said to be sent. */
function useSendPhoto(clue: string) {
  const { client } = usePlay();
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const send = async (file: File) => {
    setSending(true);
    setTrouble(await client.submitPhoto(clue, await shrinkPhoto(file)));
    setSending(false);
  };
  return { send, isSending, trouble };
}
