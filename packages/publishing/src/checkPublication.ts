/** Whether a hunt file may go live: sound, of the hunt it is for, proven by its fixtures. */
import { createHash } from 'node:crypto';
import type { HuntDefinition, Mistake } from '@trove/contracts';
import {
  type CaseReport,
  type CompiledHunt,
  canonicalHunt,
  compileHunt,
  parseHuntFile,
  runFixtures,
} from '@trove/core';

export interface PublicationFile {
  readonly slug: string;
  /** The file, YAML. */
  readonly text: string;
  /** The version it is compiled as; 1 where nobody judges by it. */
  readonly version?: number;
}

export type CheckedPublication =
  | {
      readonly ok: true;
      readonly definition: HuntDefinition;
      readonly compiled: CompiledHunt;
      /** Canonical JSON, and its SHA-256 in hex. */
      readonly body: string;
      readonly hash: string;
    }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

export function checkPublication({ slug, text, version = 1 }: PublicationFile): CheckedPublication {
  const read = parseHuntFile(text);
  if (!read.ok) return { ok: false, mistakes: read.mistakes };
  const { definition, fixtures } = read;
  if (definition.slug !== slug) {
    return { ok: false, mistakes: [otherSlug(slug, definition.slug)] };
  }
  const compiled = compileHunt(definition, version);
  if (!compiled.ok) return { ok: false, mistakes: compiled.mistakes };
  const failed = runFixtures(definition, fixtures).filter(({ passed }) => !passed);
  if (failed.length > 0) return { ok: false, mistakes: failed.map(failedFixture) };
  const body = canonicalHunt(definition);
  const hash = createHash('sha256').update(body).digest('hex');
  return { ok: true, definition, compiled: compiled.hunt, body, hash };
}

/** A fixture that does not come out as it says keeps the whole file from being published. */
function failedFixture({ name, index, steps, ends }: CaseReport): Mistake {
  const [difference] = [...steps, ...ends].flatMap(({ differences }) => differences);
  return {
    line: 1,
    column: 1,
    path: `fixtures[${index}]`,
    found:
      difference === undefined ? 'another outcome' : `${difference.field} ${difference.actual}`,
    allowed: difference?.expected ?? 'what it expects',
    message: `the fixture "${name}" does not come out as it says`,
    rule: 'T5',
  };
}

function otherSlug(asked: string, found: string): Mistake {
  return {
    line: 1,
    column: 1,
    path: 'slug',
    found,
    allowed: asked,
    message: `the file is of hunt ${found}, the address of ${asked}`,
  };
}
