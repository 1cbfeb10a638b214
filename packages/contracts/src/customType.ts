/** Names of event types that hunts add to the built-in ones, and what such an event carries. */
import { z } from 'zod';

/** As `custom.flag.raised.v1`. The version is part of the name: `.v2` is another type. */
export type CustomType = `custom.${string}`;

const customType = z.string().regex(/^custom(?:\.[a-z][a-z0-9_]{0,23}){1,3}\.v[1-9]\d{0,2}$/, {
  error: 'custom, one to three parts of a-z 0-9 _, and a version, as custom.flag.raised.v1',
});
export const CustomType = customType as unknown as z.ZodType<CustomType, CustomType>;

export function isCustomType(type: string): type is CustomType {
  return type.startsWith('custom.');
}

/** Data of a custom type as its contract lets it pass. */
export type CustomData = Readonly<Record<string, string | number | boolean>>;

/** Any data at all: which fields it has is seen when its hunt is known. */
export const AnyData = z.record(z.string(), z.unknown()) as unknown as z.ZodType<
  CustomData,
  CustomData
>;
