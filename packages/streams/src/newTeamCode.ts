/** A team's code, made by chance that nobody can guess: it is all that lets others in. */
import { randomInt } from 'node:crypto';
import { TEAM_CODE_ALPHABET, TEAM_LIMITS } from '@trove/contracts';

export function newTeamCode(): string {
  return Array.from({ length: TEAM_LIMITS.codeCharacters }, () => {
    return TEAM_CODE_ALPHABET[randomInt(TEAM_CODE_ALPHABET.length)];
  }).join('');
}
