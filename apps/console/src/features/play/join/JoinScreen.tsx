'use client';
/** The way into a hunt: its code, a name, and whom to play with. */
import { useState } from 'react';
import type { PlayClient } from '../client/playClient';
import { BigButton } from '../frame/BigButton';
import { BigField } from '../frame/BigField';
import type { HuntHead } from './huntHead';
import type { Invitation } from './invitation';
import { type JoinForm, useJoin } from './useJoin';
import { type Way, WayPicker } from './WayPicker';

interface JoinScreenProps extends Invitation {
  readonly client: PlayClient;
  readonly hunt: HuntHead;
}

export function JoinScreen({ client, hunt, code, teamCode }: JoinScreenProps) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col gap-5 p-5">
      <header>
        <p className="text-muted">Treasure hunt</p>
        <h1 className="text-2xl font-semibold text-accent break-words" dir="auto">
          {hunt.title}
        </h1>
        {hunt.description !== undefined && (
          <p className="mt-2" dir="auto">
            {hunt.description}
          </p>
        )}
      </header>
      {hunt.isKnown ? (
        // What the address carried is known a moment after the first render.
        <Form client={client} code={code} key={`${code}/${teamCode}`} teamCode={teamCode} />
      ) : (
        <p className="rounded-lg border-2 border-doubt p-4" role="status">
          There is no hunt under this name yet. Look at the link again, or{' '}
          <a className="underline" href="/play">
            type the hunt’s name
          </a>
          .
        </p>
      )}
    </main>
  );
}

function Form({ client, code, teamCode }: Omit<JoinScreenProps, 'hunt'>) {
  const [way, setWay] = useState<Way>(teamCode === undefined ? 'alone' : 'join');
  const [form, setForm] = useState<JoinForm>({
    code: code ?? '',
    teamCode: teamCode ?? '',
    teamName: '',
    playerName: '',
  });
  const { join, isJoining, refusal } = useJoin(client);
  const wrong = (field: keyof JoinForm) => (refusal?.field === field ? refusal.says : undefined);
  const set = (field: keyof JoinForm) => (value: string) => setForm({ ...form, [field]: value });
  return (
    <form
      className="flex flex-col gap-5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void join(way, form);
      }}
    >
      <WayPicker onPick={setWay} way={way} />
      {way === 'join' ? (
        <BigField
          hint="Eight letters and digits; your team-mates see them under Team."
          isCode
          label="Your team’s code"
          name="teamCode"
          onChange={set('teamCode')}
          value={form.teamCode}
          wrong={wrong('teamCode')}
        />
      ) : (
        <BigField
          hint="It stands on the poster or ticket. Capitals make no difference."
          isCode
          label="The hunt’s code"
          name="code"
          onChange={set('code')}
          value={form.code}
          wrong={wrong('code')}
        />
      )}
      {way === 'make' && (
        <BigField
          label="Name of your team"
          maxLength={64}
          name="teamName"
          onChange={set('teamName')}
          value={form.teamName}
          wrong={wrong('teamName')}
        />
      )}
      <BigField
        hint="Only your team sees it. You may leave it empty."
        label="Your name"
        maxLength={32}
        name="playerName"
        onChange={set('playerName')}
        value={form.playerName}
        wrong={wrong('playerName')}
      />
      {refusal !== undefined && refusal.field === undefined && (
        <p className="rounded-lg border-2 border-bad p-3" role="alert">
          {refusal.says}
        </p>
      )}
      <BigButton isBusy={isJoining} tone="main" type="submit">
        {isJoining ? 'Joining …' : 'Start playing'}
      </BigButton>
    </form>
  );
}
