/**
 * Event types that a hunt file adds to the built-in ones: their fields, and what each field
 * allows. What an event of such a type must look like is compiled from this definition.
 */
import { z } from 'zod';
import { isCelWord } from './celWords.js';
import { CustomType } from './customType.js';
import { HUNT_LIMITS } from './huntLimits.js';

/** What every object inherits can't be told from a field that is missing. */
const FieldName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9]{0,31}$/, { error: 'a letter, then up to 31 of A-Z a-z 0-9' })
  .refine((name) => !isCelWord(name), { error: 'a name that is not a word of CEL' })
  .refine((name) => !(name in Object.prototype), { error: 'a name that no object has already' });

const head = {
  name: FieldName.describe('Conditions read it as event.data.name.'),
  required: z.boolean().default(true).describe('false: an event may leave it out.'),
};

const most = HUNT_LIMITS.fieldNumber;
const bound = z.number().min(-most).max(most);
const whole = z.int().min(-most).max(most);
const length = z.int().min(0).max(HUNT_LIMITS.fieldCharacters);

export const CustomField = z.discriminatedUnion('kind', [
  z
    .strictObject({
      ...head,
      kind: z.literal('number'),
      min: bound.default(-most),
      max: bound.default(most),
    })
    .describe('Any number from min to max.'),
  z
    .strictObject({
      ...head,
      kind: z.literal('integer'),
      min: whole.default(-most),
      max: whole.default(most),
    })
    .describe('A whole number from min to max.'),
  z
    .strictObject({
      ...head,
      kind: z.literal('text'),
      min: length.default(0),
      max: length.default(HUNT_LIMITS.fieldCharactersByDefault),
    })
    .describe('A text of min to max characters.'),
  z.strictObject({ ...head, kind: z.literal('boolean') }).describe('true or false.'),
  z
    .strictObject({
      ...head,
      kind: z.literal('one_of'),
      oneOf: z
        .array(z.string().min(1).max(HUNT_LIMITS.fieldChoiceCharacters))
        .min(1)
        .max(HUNT_LIMITS.fieldChoices),
    })
    .describe('One of these texts.'),
]);
export type CustomField = z.infer<typeof CustomField>;

export const EventTypeDefinition = z.strictObject({
  type: CustomType.describe('Its name with its version, as custom.flag.raised.v1.'),
  description: z.string().max(280).default('').describe('What has happened when it is sent.'),
  fields: z
    .array(CustomField)
    .max(HUNT_LIMITS.fields)
    .default([])
    .describe('What its data holds: these fields and no others.'),
});
export type EventTypeDefinition = z.infer<typeof EventTypeDefinition>;
