/** Events of a hunt’s own types as players of a simulated crowd send them: as they are allowed. */
import type { CustomData, CustomField, EventTypeDefinition } from '@trove/contracts';
import { OWN_EVENTS } from './limits.js';
import type { Random } from './random.js';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** One type of these, with data that its contract lets pass. */
export function ownDeed(types: readonly EventTypeDefinition[], random: Random) {
  const { type, fields } = random.pick(types);
  const data: Record<string, CustomData[string]> = {};
  for (const field of fields) {
    if (field.required || random.chance(OWN_EVENTS.optionalField)) {
      data[field.name] = dataOf(field, random);
    }
  }
  return { type, data };
}

function dataOf(field: CustomField, random: Random): CustomData[string] {
  switch (field.kind) {
    case 'boolean':
      return random.chance(0.5);
    case 'one_of':
      return random.pick(field.oneOf);
    case 'text':
      return textOf(field, random);
    case 'integer': {
      const { least, most } = spanOf(field);
      return random.between(Math.ceil(least), Math.floor(most));
    }
    case 'number': {
      const { least, most } = spanOf(field);
      return Math.min(most, least + random.next() * (most - least));
    }
  }
}

/** Bounds that nobody has set are as wide as numbers get: values of play are smaller. */
function spanOf({ min, max }: { readonly min: number; readonly max: number }) {
  const { number } = OWN_EVENTS;
  const least = Math.max(min, Math.min(max, -number));
  return { least, most: Math.min(max, Math.max(least, number)) };
}

function textOf({ min, max }: { readonly min: number; readonly max: number }, random: Random) {
  const length = random.between(min, Math.min(max, min + OWN_EVENTS.textCharacters));
  return Array.from({ length }, () => LETTERS[random.below(LETTERS.length)]).join('');
}
