'use client';
/** For those who were told a hunt's name and have no link: the name leads to the hunt. */
import { type FormEvent, useState } from 'react';
import { BigButton } from '../frame/BigButton';
import { BigField } from '../frame/BigField';
import { useWorker } from '../frame/useWorker';
import { invitationLink, readLink } from './invitation';

/** What a hunt's name may hold. */
const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/;

export function FindHunt() {
  useWorker();
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<string>();
  const find = (event: FormEvent) => {
    event.preventDefault();
    const asked = readLink(name.trim()) ?? { slug: name.trim().toLowerCase() };
    if (!SLUG.test(asked.slug)) return setWrong('Small letters, digits and dashes, as in a link.');
    const typed = code.trim() === '' ? {} : { code: code.trim() };
    window.location.assign(invitationLink({ origin: '', ...asked, ...typed }));
  };
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col gap-5 p-5">
      <header>
        <h1 className="text-2xl font-semibold text-accent">Find your treasure hunt</h1>
        <p className="text-muted">
          The name and the code stand on the poster, ticket or invitation.
        </p>
      </header>
      <form className="flex flex-col gap-5" noValidate onSubmit={find}>
        <BigField
          hint="As in harbour-night, or the whole link."
          isCode
          label="Name of the hunt"
          name="hunt"
          onChange={setName}
          value={name}
          wrong={wrong}
        />
        <BigField
          isCapitals
          isCode
          label="The hunt’s code"
          name="code"
          onChange={setCode}
          value={code}
        />
        <BigButton tone="main" type="submit">
          Go to the hunt
        </BigButton>
      </form>
    </main>
  );
}
