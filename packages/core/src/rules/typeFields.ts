/**
 * The fields that the data of an event type has, and what each can be: read off the contract of a
 * built-in type, and off the hunt's own definition of a custom one.
 */
import {
  type CustomField,
  DATA_FIELDS,
  type DataField,
  type EventType,
  type EventTypeDefinition,
  isCustomType,
  type PlayType,
} from '@trove/contracts';

export type TypeField = { readonly name: string; readonly isOptional: boolean } & (
  | {
      readonly kind: 'number';
      readonly min: number;
      readonly max: number;
      readonly isWhole: boolean;
    }
  /** `texts`: all it can be, where that is known. */
  | { readonly kind: 'text'; readonly texts?: readonly string[] }
  | { readonly kind: 'boolean' }
);

const NONE: readonly TypeField[] = [];

/** In the order of the contract; none of a custom type that the hunt does not have. */
export function typeFields(
  on: PlayType,
  eventTypes: readonly EventTypeDefinition[],
): readonly TypeField[] {
  if (!isCustomType(on)) return BUILT_IN.get(on) ?? NONE;
  return eventTypes.find(({ type }) => type === on)?.fields.map(customField) ?? NONE;
}

const BUILT_IN: ReadonlyMap<EventType, readonly TypeField[]> = new Map(
  [...DATA_FIELDS].map(([type, fields]) => [type, fields.map(builtInField)]),
);

function builtInField(field: DataField): TypeField {
  const { name, isOptional } = field;
  if (field.kind !== 'number') return { name, isOptional, kind: 'text' };
  return { name, isOptional, kind: 'number', min: field.min, max: field.max, isWhole: false };
}

function customField(field: CustomField): TypeField {
  const named = { name: field.name, isOptional: !field.required };
  switch (field.kind) {
    case 'number':
    case 'integer': {
      const { min, max } = field;
      return { ...named, kind: 'number', min, max, isWhole: field.kind === 'integer' };
    }
    case 'text':
      return { ...named, kind: 'text' };
    case 'boolean':
      return { ...named, kind: 'boolean' };
    case 'one_of':
      return { ...named, kind: 'text', texts: field.oneOf };
  }
}
