/** The fields of each event type's data, read off its contract: what a scanner has to look for. */
import { z } from 'zod';
import { EVENT_DATA, EVENT_TYPES, type EventType } from './events.js';
import { LocalId, Name } from './ids.js';
import { PhotoId } from './photos.js';

export type DataField = {
  readonly name: string;
  readonly isOptional: boolean;
} & (
  | { readonly kind: 'name'; readonly contract: z.ZodString }
  | { readonly kind: 'number' | 'text'; readonly min: number; readonly max: number }
);

/** In the contract's order, which is the order in the log. */
export const DATA_FIELDS: ReadonlyMap<EventType, readonly DataField[]> = new Map(
  EVENT_TYPES.map((type) => [
    type,
    Object.entries(EVENT_DATA[type].shape).map(([name, contract]) => fieldOf(name, contract)),
  ]),
);

function fieldOf(name: string, contract: z.ZodType): DataField {
  const isOptional = contract instanceof z.ZodOptional;
  const inner: unknown = contract instanceof z.ZodOptional ? contract.unwrap() : contract;
  if (inner === Name || inner === LocalId || inner === PhotoId) {
    return { name, isOptional, kind: 'name', contract: inner as z.ZodString };
  }
  if (inner instanceof z.ZodNumber) {
    const { minValue, maxValue } = inner;
    if (minValue === null || maxValue === null) throw new Error(`${name} has no bounds`);
    return { name, isOptional, kind: 'number', min: minValue, max: maxValue };
  }
  if (inner instanceof z.ZodString) {
    const { minLength, maxLength } = inner;
    if (minLength === null || maxLength === null) throw new Error(`${name} has no bounds`);
    return { name, isOptional, kind: 'text', min: minLength, max: maxLength };
  }
  throw new Error(`the data's field ${name} is of a kind that no scanner knows`);
}
