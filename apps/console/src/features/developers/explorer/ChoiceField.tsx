'use client';
/** A value that may be of one of several shapes: which one is chosen first. */
import type { ReactNode } from 'react';
import { Select } from '../../../ui/Select';
import { lastOf, resolve, type Schema, type Schemas } from '../apiModel';
import { typeWords } from '../schemaWords';
import type { SchemaFieldProps } from './SchemaField';
import { emptyOf } from './startValue';

interface ChoiceFieldProps extends SchemaFieldProps {
  /** The field of the shape that is chosen. */
  readonly children: (choice: Schema | undefined) => ReactNode;
}

export function ChoiceField(props: ChoiceFieldProps) {
  const { label, schema, schemas, value, onChange, children } = props;
  const choices = schema?.anyOf ?? schema?.oneOf ?? [];
  const at = Math.max(
    0,
    choices.findIndex((choice) => isOf(choice, value, schemas)),
  );
  const choose = (index: number) => {
    const next = emptyOf(choices[index], schemas);
    onChange(isObject(next) && isObject(value) ? { ...next, ...kept(value, next) } : next);
  };
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <Select
        label={`Kind of ${label}`}
        onChange={(event) => choose(Number(event.target.value))}
        value={at}
      >
        {choices.map((choice, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes.
          <option key={index} value={index}>
            {nameOf(choice, schemas)}
          </option>
        ))}
      </Select>
      {children(choices[at])}
    </div>
  );
}

type Held = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Held {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What both shapes have stays; what tells them apart and what they carry are the new one's. */
function kept(value: Held, next: Held): Held {
  const entries = Object.entries(value).filter(
    ([name]) => name in next && name !== 'type' && name !== 'data',
  );
  return Object.fromEntries(entries);
}

/** Shapes are told apart by a field of one value, as an event's type. */
function typeOf(schema: Schema, schemas: Schemas): Schema | undefined {
  return resolve(schema, schemas).properties?.['type'];
}

function isOf(choice: Schema, value: unknown, schemas: Schemas): boolean {
  const type = typeOf(choice, schemas);
  if (!isObject(value) || type === undefined) return false;
  if (type.const !== undefined) return value['type'] === type.const;
  return type.pattern !== undefined && new RegExp(type.pattern).test(String(value['type']));
}

function nameOf(choice: Schema, schemas: Schemas): string {
  const type = typeOf(choice, schemas);
  if (typeof type?.const === 'string') return type.const;
  return choice.$ref === undefined ? typeWords(choice) : lastOf(choice.$ref);
}
