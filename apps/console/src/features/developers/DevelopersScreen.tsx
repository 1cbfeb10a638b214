'use client';
/** The API to read, to search and to try: both documents of this build, and the explorer. */
import { Search } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { formatNumberOf } from '../../format/numbers';
import { Select } from '../../ui/Select';
import { type ApiEntry, type ApiModel, found } from './apiModel';
import { EntryCard } from './EntryCard';
import { Explorer } from './explorer/Explorer';
import { Fold } from './Fold';
import { LANGUAGES, type Language } from './Samples';
import { SchemaView } from './SchemaView';
import { useAnchor } from './useAnchor';

const GROUPS = [
  { kind: 'message', title: 'Messages of /play' },
  { kind: 'push', title: 'Pushes' },
  { kind: 'route', title: 'HTTP routes' },
] as const;

interface DevelopersScreenProps {
  readonly model: ApiModel;
  readonly door: string;
  /** Whether the viewer may join hunts as a playtester. */
  readonly mayTry: boolean;
}

export function DevelopersScreen({ model, door, mayTry }: DevelopersScreenProps) {
  const [search, setSearch] = useState('');
  const [language, setLanguage] = useState<Language>('TypeScript');
  const wanted = useDeferredValue(search);
  useAnchor(wanted === '', () => setSearch(''));
  const entries = useMemo(() => found(model.entries, wanted), [model, wanted]);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <h1 className="text-xl font-medium">Developers</h1>
        <p className="text-[13px] text-muted">
          The door is <code className="text-ink">{door}</code>; documents:{' '}
          <a className="text-accent underline" href="/api/documents/asyncapi.json">
            AsyncAPI 3.0
          </a>{' '}
          and{' '}
          <a className="text-accent underline" href="/api/documents/openapi.json">
            OpenAPI 3.1
          </a>
          .
        </p>
      </div>
      <Explorer door={door} mayTry={mayTry} model={model} />
      <div className="flex flex-wrap items-end gap-3">
        <SearchField onSearch={setSearch} search={search} />
        <Select
          label="Samples in"
          onChange={(event) => setLanguage(event.target.value as Language)}
          value={language}
        >
          {LANGUAGES.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </Select>
        <p className="pb-1.5 text-[13px] text-muted" role="status">
          {formatNumberOf(entries.length, 'entry', 'entries')}
        </p>
      </div>
      {entries.length === 0 && <p className="text-muted">Nothing has all of these words.</p>}
      {GROUPS.map(({ kind, title }) => (
        <Group
          door={door}
          entries={entries.filter((entry) => entry.kind === kind)}
          key={kind}
          language={language}
          schemas={model.schemas}
          title={title}
        />
      ))}
      {wanted === '' && <SchemaList schemas={model.schemas} />}
    </div>
  );
}

function SearchField(props: { search: string; onSearch: (search: string) => void }) {
  const { search, onSearch } = props;
  return (
    <label className="flex min-w-56 flex-1 flex-col gap-1 text-[13px] text-muted">
      Search messages, routes, fields and codes
      <span className="relative">
        <Search aria-hidden="true" className="absolute top-2 left-2" size={15} />
        <input
          className="h-8 w-full rounded-md border border-line bg-ground pr-2 pl-8 text-ink"
          onChange={(event) => onSearch(event.target.value)}
          type="search"
          value={search}
        />
      </span>
    </label>
  );
}

interface GroupProps extends Pick<ApiModel, 'schemas'> {
  readonly title: string;
  readonly entries: readonly ApiEntry[];
  readonly door: string;
  readonly language: Language;
}

function Group({ title, entries, ...rest }: GroupProps) {
  if (entries.length === 0) return null;
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-2">
      <h2 className="pt-2 text-[15px] font-medium">{title}</h2>
      {entries.map((entry) => (
        <EntryCard entry={entry} key={entry.id} {...rest} />
      ))}
    </section>
  );
}

function SchemaList({ schemas }: Pick<ApiModel, 'schemas'>) {
  const names = Object.keys(schemas).sort();
  return (
    <section aria-label="Schemas" className="flex min-w-0 flex-col gap-2">
      <h2 className="pt-2 text-[15px] font-medium">Schemas</h2>
      {names.map((name) => (
        <article
          className="min-w-0 scroll-mt-16 rounded-lg border border-line bg-panel px-4 py-2"
          id={`schema-${name}`}
          key={name}
        >
          <h3 className="figures break-all">{name}</h3>
          <p className="text-muted">{schemas[name]?.description}</p>
          <Fold className="text-[13px]" summary={<span className="text-muted">Fields</span>}>
            {() => <SchemaView schema={schemas[name] ?? {}} />}
          </Fold>
        </article>
      ))}
    </section>
  );
}
