'use client';
/** The title of a hunt, and its name in addresses, which follows the title until it is changed. */
import { useState } from 'react';
import { Field } from '../../ui/Field';
import { proposeId } from '../draft/proposeId';

/** @param otherwise the name of a title in which nothing is Latin */
export function useHuntName(otherwise: string, taken: ReadonlySet<string>) {
  const [title, setTitle] = useState('');
  const [chosen, setChosen] = useState<string>();
  const slug = chosen ?? (title.trim() === '' ? '' : proposeId(title, otherwise, taken));
  const propose = (named: { readonly title: string; readonly slug: string }) => {
    setTitle(named.title);
    setChosen(named.slug === '' || taken.has(named.slug) ? undefined : named.slug);
  };
  return { name: { title: title.trim(), slug }, title, slug, setTitle, setChosen, propose };
}

export function HuntNameFields({ of }: { readonly of: ReturnType<typeof useHuntName> }) {
  const { title, slug, setTitle, setChosen } = of;
  return (
    <div className="flex flex-col gap-3">
      <Field
        autoComplete="off"
        dir="auto"
        label="Title"
        maxLength={120}
        name="hunt-title"
        onChange={({ target }) => setTitle(target.value)}
        required
        value={title}
      />
      <Field
        autoCapitalize="off"
        autoComplete="off"
        className="figures h-10 rounded-md border border-line bg-ground px-3"
        hint="In addresses, files and events; it never changes. 1 to 48 of a-z 0-9 and inner -."
        label="Name"
        maxLength={48}
        name="hunt-slug"
        onChange={({ target }) => setChosen(target.value === '' ? undefined : target.value)}
        pattern="[a-z0-9]([a-z0-9\-]{0,46}[a-z0-9])?"
        required
        spellCheck={false}
        value={slug}
      />
    </div>
  );
}
