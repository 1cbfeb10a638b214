/** Reads the YAML of a hunt file within bounds; all that is wrong becomes mistakes with places. */
import { HUNT_LIMITS, type Mistake } from '@trove/contracts';
import { type Alias, type Document, LineCounter, type Scalar, visit, type YAMLError } from 'yaml';
import { composeYaml, type YamlBound, type YamlStop } from './composeYaml.js';
import { duplicateKeys } from './duplicateKeys.js';
import { HUNT_FILE_LIMITS } from './limits.js';

export interface YamlFile {
  readonly text: string;
  readonly document: Document;
  readonly lines: LineCounter;
  /** Plain values; never more than the bounds allow. */
  readonly value: unknown;
}

export type YamlReading = { readonly ok: true; readonly file: YamlFile } | Refusal;

interface Refusal {
  readonly ok: false;
  readonly mistakes: readonly Mistake[];
}

/** Parses one YAML document. Never throws. */
export function readYaml(text: string): YamlReading {
  const reading = readBounded(text);
  if (reading.ok) return reading;
  return { ok: false, mistakes: reading.mistakes.map((mistake) => ({ ...mistake, rule: 'H1' })) };
}

function readBounded(text: string): YamlReading {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > HUNT_LIMITS.fileBytes) {
    const allowed = `at most ${HUNT_LIMITS.fileBytes} bytes`;
    return refusal(`${bytes} bytes`, allowed, 'The file is too large.');
  }
  const lines = new LineCounter();
  const composition = composeYaml(text, lines);
  if (!composition.ok) {
    return BOUNDS[composition.bound](placeOf(composition.offset, lines), composition);
  }
  return readDocuments(composition.documents, text, lines);
}

function readDocuments(
  [document, another]: readonly Document[],
  text: string,
  lines: LineCounter,
): YamlReading {
  if (document === undefined) return refusal('nothing', 'a hunt', 'The file is empty.');
  const problems = [...document.errors, ...document.warnings];
  if (problems.length > 0) {
    const told = problems.slice(0, HUNT_FILE_LIMITS.mistakes);
    return { ok: false, mistakes: told.map((problem) => yamlMistake(problem, text, lines)) };
  }
  if (another !== undefined) {
    const message = 'A hunt file holds one hunt: "---" may not start another.';
    const place = placeOf(another.range?.[0] ?? 0, lines);
    return at(place, { found: 'another document', allowed: 'one document', message });
  }
  const twice = duplicateKeys(document).map((key) => duplicateMistake(key, lines));
  if (twice.length > 0) {
    return { ok: false, mistakes: twice.slice(0, HUNT_FILE_LIMITS.mistakes) };
  }
  const aliases = aliasesOf(document);
  const endless = aliases.find((alias) => containsItself(alias, document));
  if (endless !== undefined) {
    const message = 'An alias may not stand within what it stands for.';
    const place = placeOf(endless.range?.[0] ?? 0, lines);
    const allowed = 'an alias of something before it';
    return at(place, { found: `*${endless.source}`, allowed, message });
  }
  const value = expand(document, placeOf(aliases.at(-1)?.range?.[0] ?? 0, lines));
  if (value.ok && isDeeperThan(value.value, HUNT_FILE_LIMITS.depth)) return tooDeep();
  return value.ok ? { ok: true, file: { text, document, lines, value: value.value } } : value;
}

type Expansion = { readonly ok: true; readonly value: unknown } | Refusal;

function aliasesOf(document: Document): readonly Alias[] {
  const aliases: Alias[] = [];
  visit(document, {
    Alias: (_, alias) => {
      aliases.push(alias);
    },
  });
  return aliases;
}

function containsItself(alias: Alias, document: Document): boolean {
  const [at = 0] = alias.range ?? [];
  const [start = 0, end = 0] = alias.resolve(document)?.range ?? [];
  return start <= at && at < end;
}

/**
 * The library throws a ReferenceError for aliases that expand too far, and for nothing else.
 * @param last where the last of them stands
 */
function expand(document: Document, last: typeof START): Expansion {
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: HUNT_FILE_LIMITS.aliases }) };
  } catch (error) {
    if (error instanceof ReferenceError) return tooManyAliases(last);
    const message = error instanceof Error ? error.message : String(error);
    return refusal('a value YAML can not hold', WELL_FORMED, message);
  }
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeperThan(part, levels - 1));
}

const START = { line: 1, column: 1 };
const WELL_FORMED = 'well-formed YAML 1.2';

function placeOf(offset: number, lines: LineCounter): typeof START {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function yamlMistake(problem: YAMLError, text: string, lines: LineCounter): Mistake {
  const [start] = problem.pos;
  const line = text.slice(start).split('\n', 1)[0]?.trim() ?? '';
  const found = line === '' ? 'nothing' : line.slice(0, SHOWN);
  const place = placeOf(Math.min(start, text.length), lines);
  return { ...place, path: '', found, allowed: WELL_FORMED, message: `${problem.message}.` };
}

const SHOWN = 40;

function duplicateMistake(key: Scalar, lines: LineCounter): Mistake {
  const found = String(key.value);
  const message = `"${found}" stands twice in one block.`;
  const place = placeOf(key.range?.[0] ?? 0, lines);
  return { ...place, path: '', found, allowed: 'each key once', message };
}

function refusal(found: string, allowed: string, message: string): Refusal {
  return at(START, { found, allowed, message });
}

function at(place: typeof START, said: Pick<Mistake, 'found' | 'allowed' | 'message'>): Refusal {
  return { ok: false, mistakes: [{ ...place, path: '', ...said }] };
}

function tooDeep(place = START): Refusal {
  const allowed = `at most ${HUNT_FILE_LIMITS.depth} levels of nesting`;
  const message = 'The file is nested too deeply.';
  return { ok: false, mistakes: [{ ...place, path: '', found: 'more levels', allowed, message }] };
}

function tooManyAliases(place = START): Refusal {
  const allowed = `aliases that stand for at most ${HUNT_FILE_LIMITS.aliases} nodes`;
  const message = 'Aliases expand too far.';
  return { ok: false, mistakes: [{ ...place, path: '', found: 'more nodes', allowed, message }] };
}

/** Where the clues are what is too many, they are told of by their own bound. */
function tooManyTokens(place: typeof START, { clue }: YamlStop): Refusal {
  if (clue !== undefined && clue > HUNT_LIMITS.clues) return tooManyClues(place);
  const allowed = `at most ${HUNT_FILE_LIMITS.tokens} tokens of YAML`;
  const most = HUNT_LIMITS.clues;
  const read =
    clue === undefined ? '' : ` It was read up to clue ${clue}; a hunt has at most ${most}.`;
  const message = `The file has too many parts.${read}`;
  return { ok: false, mistakes: [{ ...place, path: '', found: 'more tokens', allowed, message }] };
}

function tooManyClues(place: typeof START): Refusal {
  const allowed = `at most ${HUNT_LIMITS.clues} entries`;
  const message = `"clues" must be ${allowed}.`;
  const mistake = { ...place, path: 'clues', found: 'more entries', allowed, message };
  return { ok: false, mistakes: [mistake] };
}

function tooLong(place = START): Refusal {
  const allowed = `at most ${HUNT_FILE_LIMITS.tokenLength} characters`;
  const message = 'One text of the file is too long.';
  return { ok: false, mistakes: [{ ...place, path: '', found: 'a longer one', allowed, message }] };
}

type Refuse = (place: typeof START, stop: YamlStop) => Refusal;

const BOUNDS: Readonly<Record<YamlBound, Refuse>> = {
  depth: tooDeep,
  aliases: tooManyAliases,
  tokens: tooManyTokens,
  length: tooLong,
};
