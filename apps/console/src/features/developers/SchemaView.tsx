/** A schema to read: its fields with what they allow, and links to the schemas they name. */
import { lastOf, type Schema } from './apiModel';
import { innerOf, typeWords } from './schemaWords';

/** Fields stand inside fields; what is deeper is in a schema of its own, or in the document. */
const DEEPEST = 5;

export function SchemaView({ schema, depth = 0 }: { schema: Schema; depth?: number }) {
  const choices = schema.anyOf ?? schema.oneOf;
  if (schema.properties !== undefined) return <Fields depth={depth} schema={schema} />;
  if (choices === undefined || depth >= DEEPEST) return <TypeText schema={schema} />;
  return (
    <ul className="flex flex-col gap-1.5">
      {choices.map((choice, at) => (
        // Choices have no names; their order is the document's.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes.
        <li className="flex gap-2" key={at}>
          <span className="text-muted">{at === 0 ? 'one of' : 'or'}</span>
          <div className="min-w-0 flex-1">
            <SchemaView depth={depth + 1} schema={choice} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Fields({ schema, depth }: { schema: Schema; depth: number }) {
  const required = new Set(schema.required ?? []);
  const entries = Object.entries(schema.properties ?? {});
  if (entries.length === 0) return <span className="text-muted">no fields</span>;
  return (
    <dl className="flex flex-col gap-1.5 border-l border-line pl-3">
      {entries.map(([name, field]) => (
        <div className="flex flex-col gap-0.5" key={name}>
          <dt className="flex flex-wrap items-baseline gap-x-2">
            <code className="font-medium">{name}</code>
            {!required.has(name) && <span className="text-[12px] text-muted">optional</span>}
            <TypeText schema={field} />
          </dt>
          <dd className="flex flex-col gap-1">
            {field.description && <span className="text-muted">{field.description}</span>}
            <Inner depth={depth} schema={field} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Inner({ schema, depth }: { schema: Schema; depth: number }) {
  const inner = innerOf(schema);
  if (inner === undefined || depth >= DEEPEST) return null;
  return <SchemaView depth={depth + 1} schema={inner} />;
}

/** References are links; everything else is words. */
function TypeText({ schema }: { schema: Schema }) {
  const list = schema.type === 'array';
  const { $ref } = (list ? schema.items : schema) ?? {};
  if ($ref === undefined) {
    const words = [typeWords(schema), schema.format === undefined ? schema.pattern : undefined];
    return (
      <span className="figures text-[12px] break-all text-muted">
        {words.filter(Boolean).join(', ')}
      </span>
    );
  }
  const name = lastOf($ref);
  return (
    <a className="figures text-[12px] text-accent underline" href={`#schema-${name}`}>
      {list ? `${name}[]` : name}
    </a>
  );
}
