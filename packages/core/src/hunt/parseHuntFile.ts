/** Reads a hunt file: YAML, then the schema, then what only the whole can show. */
import { HuntDefinition, type Mistake } from '@trove/contracts';
import { checkHunt } from './checkHunt.js';
import { type HuntFault, mistakeAt, printPath } from './huntFault.js';
import { partsOfDefinition, partsOfValue } from './huntParts.js';
import { HUNT_FILE_LIMITS } from './limits.js';
import { locate } from './locate.js';
import { readYaml, type YamlFile } from './readYaml.js';
import { schemaFaults } from './schemaFaults.js';

export type HuntReading =
  | { readonly ok: true; readonly definition: HuntDefinition }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/**
 * The hunt in this text, or all its mistakes in the order of their lines. A definition that comes
 * out compiles. Never throws, whatever the text.
 */
export function parseHuntFile(text: string): HuntReading {
  const reading = readYaml(text);
  if (!reading.ok) return reading;
  const { file } = reading;
  const parsed = HuntDefinition.safeParse(file.value);
  const faults = parsed.success
    ? checkHunt(partsOfDefinition(parsed.data))
    : [...schemaFaults(parsed.error.issues, file.value), ...checkHunt(partsOfValue(file.value))];
  if (parsed.success && faults.length === 0) return { ok: true, definition: parsed.data };
  return { ok: false, mistakes: inOrder(faults, file) };
}

function inOrder(faults: readonly HuntFault[], file: YamlFile): readonly Mistake[] {
  // One value can break two rules of the schema; the first says what matters.
  const firsts = new Map(faults.toReversed().map((fault) => [printPath(fault.path), fault]));
  return [...firsts.values()]
    .map((fault) => mistakeAt(fault, locate(fault, file)))
    .sort((one, other) => one.line - other.line || one.column - other.column)
    .slice(0, HUNT_FILE_LIMITS.mistakes);
}
