/** The published examples and the schema editors read are part of the language: they must hold. */
import { readdirSync, readFileSync } from 'node:fs';
import { huntJsonSchema } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { canonicalHunt } from './canonicalHunt.js';
import { compileHunt } from './compileHunt.js';
import { parseHuntFile } from './parseHuntFile.js';

const folder = new URL('../../../../examples/hunts/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

describe('examples/hunts', () => {
  it.each(files)('H9 %s compiles and names its schema', (name) => {
    const reading = parseHuntFile(read(name));
    if (!reading.ok) throw new Error(JSON.stringify(reading.mistakes, null, 2));
    expect(compileHunt(reading.definition, 1).ok).toBe(true);
    expect(`${reading.definition.slug}.yaml`).toBe(name);
    expect(canonicalHunt(reading.definition).length).toBeGreaterThan(1_000);
    expect(read(name)).toMatch(/^# yaml-language-server: \$schema=\.\/hunt\.schema\.json\n/);
  });

  it('H9 harbour-night uses every kind of clue and prerequisite and never closes', () => {
    const reading = parseHuntFile(read('harbour-night.yaml'));
    if (!reading.ok) throw new Error('harbour-night does not compile');
    const { clues, closes, joinCode } = reading.definition;
    expect([closes, joinCode]).toEqual([undefined, 'HARBOUR']);
    const kinds = new Set(clues.flatMap(({ find }) => Object.keys(find)));
    expect([...kinds].sort()).toEqual(['answer', 'code', 'place']);
    const prerequisites = new Set(clues.flatMap(({ requires }) => Object.keys(requires ?? {})));
    expect([...prerequisites].sort()).toEqual(['all', 'any', 'atLeast', 'of']);
  });

  it('H10 hunt.schema.json is what the contract says: npm run schema -w @trove/core', () => {
    expect(JSON.parse(read('hunt.schema.json'))).toEqual(huntJsonSchema());
  });
});
