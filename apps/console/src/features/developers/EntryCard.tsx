'use client';
/** One message, push or route: what it is for, what goes in, what comes out, and how to call it. */
import { Link as LinkIcon } from 'lucide-react';
import type { ApiEntry, Part, Schemas } from './apiModel';
import { resolve } from './apiModel';
import { Fold } from './Fold';
import { type Language, Samples } from './Samples';
import { SchemaView } from './SchemaView';
import { samplesOf } from './samples';

const CARD = 'flex min-w-0 scroll-mt-16 flex-col gap-2 rounded-lg border border-line bg-panel p-4';
const KINDS = { message: 'message', push: 'push', route: 'HTTP' } as const;

interface EntryCardProps {
  readonly entry: ApiEntry;
  readonly schemas: Schemas;
  readonly door: string;
  readonly language: Language;
}

export function EntryCard({ entry, schemas, door, language }: EntryCardProps) {
  const { id, kind, title, summary, note, parts } = entry;
  return (
    <article aria-labelledby={`${id}-title`} className={CARD} id={id}>
      <header className="flex flex-wrap items-baseline gap-x-3">
        <h3 className="figures min-w-0 break-all" id={`${id}-title`}>
          {title}
        </h3>
        <span className="text-[12px] text-muted">{KINDS[kind]}</span>
        <a
          aria-label={`Link to ${title}`}
          className="ml-auto text-muted hover:text-ink"
          href={`#${id}`}
        >
          <LinkIcon aria-hidden="true" size={14} />
        </a>
      </header>
      <p>
        {summary} {note && <span className="text-muted">{note}</span>}
      </p>
      <Samples language={language} samples={samplesOf(entry, { door })} title={title} />
      {parts.map((part) => (
        <PartView key={part.title} part={part} schemas={schemas} />
      ))}
    </article>
  );
}

function PartView({ part, schemas }: { readonly part: Part; readonly schemas: Schemas }) {
  const { title, says, schema } = part;
  const words = (
    <>
      {title} {says && <span className="text-[13px] text-muted">{says}</span>}
    </>
  );
  return (
    <Fold className="rounded-md border border-line px-3 py-1.5" summary={words}>
      {() => schema && <SchemaView schema={resolve(schema, schemas)} />}
    </Fold>
  );
}
