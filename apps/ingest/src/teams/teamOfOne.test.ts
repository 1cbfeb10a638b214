import { TeamName } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { teamOfOne } from './teamOfOne.js';

describe('the team of who plays alone', () => {
  it('has an id of its own, and a name for the board that begins like it', () => {
    const teams = Array.from({ length: 50 }, teamOfOne);
    expect(new Set(teams.map(({ id }) => id)).size).toBe(teams.length);
    for (const { id, name } of teams) {
      expect(name).toMatch(/^Solo player [0-9a-f]{4}$/);
      expect(id.startsWith(`solo-${name.slice(-4)}`)).toBe(true);
      expect(TeamName.safeParse(name).success).toBe(true);
    }
  });
});
