/** Reads a hunt file: YAML, then the schema, then what only the whole can show. */
import { type Fixture, type HuntDefinition, HuntFile, type Mistake } from '@trove/contracts';
import { checkHunt } from './checkHunt.js';
import { checkFixtures } from './fixtures/checkFixtures.js';
import { type HuntFault, mistakeAt, printPath } from './huntFault.js';
import { partsOfDefinition, partsOfValue } from './huntParts.js';
import { HUNT_FILE_LIMITS } from './limits.js';
import { locate } from './locate.js';
import { readYaml, type YamlFile } from './readYaml.js';
import { schemaFaults } from './schemaFaults.js';

interface ReadHunt {
  readonly ok: true;
  readonly definition: HuntDefinition;
  /** Cases that stand in the file beside the hunt and are no part of it. */
  readonly fixtures: readonly Fixture[];
}

interface Refusal {
  readonly ok: false;
  readonly mistakes: readonly Mistake[];
  /** Whether the file breaks its schema in more places than were looked at. */
  readonly isCut?: boolean;
}

export type HuntReading = ReadHunt | Refusal;

/**
 * The hunt in this text, or all its mistakes in the order of their lines. A definition that comes
 * out compiles. Never throws, whatever the text.
 */
export function parseHuntFile(text: string): HuntReading {
  const reading = readHuntFile(text);
  if (!reading.ok) return reading;
  const { definition, fixtures } = reading;
  return { ok: true, definition, fixtures };
}

/** As `parseHuntFile`, with the file the hunt was read from, for those who look for places. */
export function readHuntFile(text: string): (ReadHunt & { readonly file: YamlFile }) | Refusal {
  const reading = readYaml(text);
  if (!reading.ok) return reading;
  const { file } = reading;
  const parsed = HuntFile.safeParse(file.value);
  if (!parsed.success) {
    const parts = partsOfValue(file.value);
    const faults = [...schemaFaults(parsed.error.issues, file.value), ...checkHunt(parts)];
    const isCut = parsed.error.issues.length > HUNT_FILE_LIMITS.mistakes;
    return { ok: false, mistakes: inOrder(faults, file), isCut };
  }
  const { fixtures, ...definition } = parsed.data;
  const parts = partsOfDefinition(definition);
  const faults = [...checkHunt(parts), ...checkFixtures(fixtures, definition)];
  if (faults.length > 0) return { ok: false, mistakes: inOrder(faults, file) };
  return { ok: true, definition, fixtures, file };
}

function inOrder(faults: readonly HuntFault[], file: YamlFile): readonly Mistake[] {
  // One value can break two rules of the schema; the first says what matters.
  const firsts = new Map(faults.toReversed().map((fault) => [printPath(fault.path), fault]));
  return [...firsts.values()]
    .map((fault) => mistakeAt(fault, locate(fault, file)))
    .sort((one, other) => one.line - other.line || one.column - other.column)
    .slice(0, HUNT_FILE_LIMITS.mistakes);
}
