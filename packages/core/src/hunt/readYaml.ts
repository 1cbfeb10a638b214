/**
 * Reads the YAML of a hunt file within bounds. The library throws for some hostile texts and
 * reports others; here all of them become mistakes with a place.
 */
import { HUNT_LIMITS, type Mistake } from '@trove/contracts';
import { type Document, LineCounter, parseAllDocuments, type YAMLError } from 'yaml';
import { HUNT_FILE_LIMITS } from './limits.js';

export interface YamlFile {
  readonly text: string;
  readonly document: Document;
  readonly lines: LineCounter;
  /** Plain values; never more than the bounds allow. */
  readonly value: unknown;
}

export type YamlReading =
  | { readonly ok: true; readonly file: YamlFile }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** Parses one YAML document. Never throws. */
export function readYaml(text: string): YamlReading {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > HUNT_LIMITS.fileBytes) {
    const allowed = `at most ${HUNT_LIMITS.fileBytes} bytes`;
    return refusal(`${bytes} bytes`, allowed, 'The file is too large.');
  }
  try {
    return readDocument(text);
  } catch (error) {
    return refusedBy(error);
  }
}

function readDocument(text: string): YamlReading {
  const lines = new LineCounter();
  const options = { lineCounter: lines, prettyErrors: false, version: '1.2', logLevel: 'silent' };
  const documents = parseAllDocuments(text, options as Parameters<typeof parseAllDocuments>[1]);
  const [document] = Array.isArray(documents) ? documents : [];
  if (document === undefined) return refusal('an empty file', 'a hunt', 'The file is empty.');
  const problems = [...document.errors, ...document.warnings];
  if (problems.length > 0) {
    const told = problems.slice(0, HUNT_FILE_LIMITS.mistakes);
    return { ok: false, mistakes: told.map((problem) => yamlMistake(problem, text, lines)) };
  }
  if (documents.length > 1) {
    const message = 'A hunt file holds one hunt: "---" may not start another.';
    return refusal(`${documents.length} documents`, 'one document', message);
  }
  const value: unknown = document.toJS({ maxAliasCount: HUNT_FILE_LIMITS.aliases });
  if (isDeeperThan(value, HUNT_FILE_LIMITS.depth)) return tooDeep();
  return { ok: true, file: { text, document, lines, value } };
}

/** Also true for a value that contains itself, which an alias can make. */
function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeperThan(part, levels - 1));
}

function yamlMistake(problem: YAMLError, text: string, lines: LineCounter): Mistake {
  const [start, end] = problem.pos;
  const { line, col } = lines.linePos(Math.min(start, text.length));
  const found = text
    .slice(start, Math.min(end, start + 40))
    .split('\n')[0]
    ?.trim();
  const allowed = problem.code === 'DUPLICATE_KEY' ? 'each key once' : 'well-formed YAML 1.2';
  return {
    line: Math.max(1, line),
    column: Math.max(1, col),
    path: '',
    found: found === undefined || found === '' ? 'nothing' : found,
    allowed,
    message: problem.message,
  };
}

function refusal(found: string, allowed: string, message: string): YamlReading {
  return { ok: false, mistakes: [{ line: 1, column: 1, path: '', found, allowed, message }] };
}

function tooDeep(): YamlReading {
  const allowed = `at most ${HUNT_FILE_LIMITS.depth} levels of nesting`;
  return refusal('deeper nesting', allowed, 'The file is nested too deeply.');
}

/** What the library throws: only for aliases that expand too far and for exhausted stacks. */
function refusedBy(error: unknown): YamlReading {
  if (error instanceof RangeError) return tooDeep();
  if (error instanceof ReferenceError) {
    const allowed = `aliases that stand for at most ${HUNT_FILE_LIMITS.aliases} nodes`;
    return refusal('more', allowed, `Aliases expand too far: ${error.message}.`);
  }
  const message = error instanceof Error ? error.message : String(error);
  return refusal('a text YAML can not hold', 'well-formed YAML 1.2', message);
}
