import { Name } from '@trove/contracts';
import { newTeamCode } from '@trove/streams';
import { describe, expect, it } from 'vitest';
import { teamIdOf } from './teamIdOf.js';

describe('the id of a team', () => {
  it.each([
    ['The Herons', 'the-herons'],
    ['  the   HERONS! ', 'the-herons'],
    ['Équipe №1', 'equipe-no1'],
    ['42', '42'],
  ])('TM2 of %j is %j', (name, id) => {
    expect(teamIdOf(name)).toBe(id);
  });

  it('TM2 of other scripts and signs is a digest of them, and of the servers’ own name too', () => {
    const names = [
      '苍鹭队',
      '苍鹭 1',
      '2 苍鹭',
      '🦊',
      '🦊🦊',
      'Цапли',
      'trove',
      `${'ﷺ'.repeat(64)}`,
    ];
    const ids = names.map(teamIdOf);
    expect(new Set(ids).size).toBe(names.length);
    for (const id of ids) {
      expect(id).toMatch(/^team-[0-9a-f]{12}$/);
      expect(Name.safeParse(id).success).toBe(true);
    }
    expect(teamIdOf('ЦАПЛИ!')).toBe(teamIdOf('Цапли'));
  });
});

describe('the code of a team', () => {
  it('TM3 has 8 characters of which no two look alike', () => {
    const codes = Array.from({ length: 200 }, newTeamCode);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/);
  });
});
