'use client';
/** The second factor of one's own sign-in: set up with an authenticator app, or given up. */
import { useState, useTransition } from 'react';
import { NO_ANSWER } from '../../fetching/noAnswer';
import {
  confirmTwoFactor,
  endTwoFactor,
  startTwoFactor,
  type TwoFactorAnswer,
} from '../../server/commands/twoFactor';
import { AnswerNotice } from '../../ui/AnswerNotice';
import { Button } from '../../ui/Button';
import { CopyId } from '../../ui/CopyId';
import { Field } from '../../ui/Field';
import { QrCode } from '../../ui/QrCode';

interface Started {
  readonly uri: string;
  readonly backupCodes: readonly string[];
}

export function TwoFactorForm({ isOn: wasOn }: { readonly isOn: boolean }) {
  const [isOn, setOn] = useState(wasOn);
  const [started, setStarted] = useState<Started>();
  const [answer, setAnswer] = useState<TwoFactorAnswer>();
  const [isPending, startTransition] = useTransition();
  const begin = (password: string) => {
    startTransition(async () => {
      const made = await startTwoFactor({ password }).catch(() => NO_ANSWER);
      setAnswer(made.isDone ? undefined : made);
      setStarted(made.isDone ? made : undefined);
    });
  };
  const settle = (asked: () => Promise<TwoFactorAnswer>, isOnAfter: boolean) => {
    startTransition(async () => {
      const given = await asked().catch(() => NO_ANSWER);
      setAnswer(given);
      if (!given.isDone) return;
      setOn(isOnAfter);
      setStarted(undefined);
    });
  };
  const byPassword = (password: string) => {
    if (isOn) settle(() => endTwoFactor({ password }), false);
    else begin(password);
  };
  return (
    <section className="flex max-w-md flex-col gap-3">
      <h2 className="text-base font-medium">Second factor</h2>
      <AnswerNotice answer={answer} />
      {started ? (
        <SetUp
          isPending={isPending}
          onCode={(code) => settle(() => confirmTwoFactor({ code }), true)}
          started={started}
        />
      ) : (
        <OneField
          autoComplete="current-password"
          button={isOn ? 'Give up the second factor' : 'Set up an authenticator app'}
          isPending={isPending}
          label="Your password"
          name="second-factor-password"
          onGiven={byPassword}
          type="password"
        />
      )}
    </section>
  );
}

interface SetUpProps {
  readonly started: Started;
  readonly isPending: boolean;
  readonly onCode: (code: string) => void;
}

function SetUp({ started, isPending, onCode }: SetUpProps) {
  const { uri, backupCodes } = started;
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return (
    <>
      <p>Scan this with an authenticator app, or type its secret there.</p>
      <QrCode label="Secret for an authenticator app" text={uri} />
      <CopyId id={secret} />
      <p>
        Keep these codes where you find them without your phone; each signs you in once. They are
        not shown again.
      </p>
      <ul className="figures m-0 grid list-none grid-cols-2 gap-1 p-0">
        {backupCodes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <OneField
        autoComplete="one-time-code"
        button="Turn it on"
        isPending={isPending}
        label="A code of the app now"
        name="second-factor-code"
        onGiven={onCode}
        type="text"
      />
    </>
  );
}

interface OneFieldProps {
  readonly label: string;
  readonly name: string;
  readonly type: string;
  readonly autoComplete: string;
  readonly button: string;
  readonly isPending: boolean;
  readonly onGiven: (text: string) => void;
}

function OneField({ button, isPending, onGiven, ...field }: OneFieldProps) {
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        onGiven(String(new FormData(event.currentTarget).get(field.name) ?? '').trim());
      }}
    >
      <Field required {...field} />
      <Button className="h-10" disabled={isPending} type="submit">
        {button}
      </Button>
    </form>
  );
}
