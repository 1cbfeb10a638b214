'use client';
/**
 * A field for any schema of the documents: texts, numbers, choices, lists and what they hold. What
 * is typed is kept as it is, sound or not: the door's answer is what one came to see.
 */
import { Plus, Trash2 } from 'lucide-react';
import { useId } from 'react';
import { Button } from '../../../ui/Button';
import { resolve, type Schema, type Schemas } from '../apiModel';
import { typeWords } from '../schemaWords';
import { ChoiceField } from './ChoiceField';
import { JsonField } from './JsonField';
import { emptyOf } from './startValue';

export interface SchemaFieldProps {
  readonly label: string;
  readonly schema: Schema | undefined;
  readonly schemas: Schemas;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

export function SchemaField(props: SchemaFieldProps) {
  const schema = resolve(props.schema, props.schemas);
  if ((schema.anyOf ?? schema.oneOf) !== undefined) {
    return (
      <ChoiceField {...props} schema={schema}>
        {(choice) => <SchemaField {...props} schema={choice} />}
      </ChoiceField>
    );
  }
  if (schema.properties !== undefined) return <ObjectField {...props} schema={schema} />;
  if (schema.type === 'array') return <ListField {...props} schema={schema} />;
  if (schema.type === 'object') return <JsonField {...props} />;
  return <PlainField {...props} schema={schema} />;
}

type Resolved = SchemaFieldProps & { readonly schema: Schema };

function ObjectField({ label, schema, schemas, value, onChange }: Resolved) {
  const held = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  return (
    <fieldset className="flex min-w-0 flex-col gap-2 border-l border-line pl-3">
      <legend className="text-[13px] text-muted">{label}</legend>
      {Object.entries(schema.properties ?? {}).map(([name, field]) => (
        <SchemaField
          key={name}
          label={(schema.required ?? []).includes(name) ? name : `${name} (optional)`}
          onChange={(next) => onChange(withField(held, name, next))}
          schema={field}
          schemas={schemas}
          value={held[name]}
        />
      ))}
    </fieldset>
  );
}

/** A field that was emptied is left out: that is how a field is not given. */
function withField(held: Record<string, unknown>, name: string, value: unknown) {
  const { [name]: _, ...others } = held;
  return value === undefined ? others : { ...held, [name]: value };
}

function ListField({ label, schema, schemas, value, onChange }: Resolved) {
  const items = Array.isArray(value) ? (value as unknown[]) : [];
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {items.map((item, at) => (
        // Items have no names of their own, and stay in their order.
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no names of their own.
        <div className="flex items-start gap-2" key={at}>
          <div className="min-w-0 flex-1">
            <SchemaField
              label={`${label} ${at}`}
              onChange={(next) => onChange(items.with(at, next))}
              schema={schema.items}
              schemas={schemas}
              value={item}
            />
          </div>
          <Button
            aria-label={`Remove ${label} ${at}`}
            onClick={() => onChange(items.filter((_, other) => other !== at))}
            tone="bare"
          >
            <Trash2 aria-hidden="true" size={14} />
          </Button>
        </div>
      ))}
      <Button
        className="self-start"
        onClick={() => onChange([...items, items.at(-1) ?? emptyOf(schema.items, schemas)])}
      >
        <Plus aria-hidden="true" size={14} /> Another of {label}
      </Button>
    </div>
  );
}

function PlainField({ label, schema, value, onChange }: Resolved) {
  const id = useId();
  const isNumber = schema.type === 'number' || schema.type === 'integer';
  const read = (text: string): unknown => {
    if (text === '') return undefined;
    return isNumber && Number.isFinite(Number(text)) ? Number(text) : text;
  };
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <label className="text-[13px]" htmlFor={id}>
        {label}
      </label>
      {schema.enum === undefined ? (
        <input
          aria-describedby={`${id}-type`}
          className="figures h-8 min-w-0 rounded-md border border-line bg-ground px-2 text-[12px]"
          id={id}
          onChange={(event) => onChange(read(event.target.value))}
          value={value === undefined ? '' : String(value)}
        />
      ) : (
        <select
          className="h-8 rounded-md border border-line bg-ground px-2"
          id={id}
          onChange={(event) => onChange(read(event.target.value))}
          value={String(value ?? '')}
        >
          {['', ...schema.enum.map(String)].map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      )}
      <span className="figures text-[11px] break-all text-muted" id={`${id}-type`}>
        {typeWords(schema)}
      </span>
    </div>
  );
}
