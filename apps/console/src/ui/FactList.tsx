/** Names and what is true of them, in two columns where there is room. */
import type { ReactNode } from 'react';

export type Fact = readonly [name: string, says: ReactNode];

export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="m-0 grid grid-cols-1 gap-x-6 gap-y-1 sm:grid-cols-2">
      {facts.map(([name, says]) => (
        <div className="flex min-w-0 gap-2" key={name}>
          <dt className="w-28 shrink-0 text-muted">{name}</dt>
          <dd className="m-0 min-w-0 break-words">{says}</dd>
        </div>
      ))}
    </dl>
  );
}
