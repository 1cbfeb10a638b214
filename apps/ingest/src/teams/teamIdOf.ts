/** What a team is called in the log, from what its players call it: one id for one name. */
import { createHash } from 'node:crypto';
import { Name } from '@trove/contracts';
import { NOBODY } from '@trove/streams';

const MARKS = /\p{M}/gu;
const BETWEEN = /[^\p{L}\p{N}]+/gu;
const DIGEST_CHARACTERS = 12;

/**
 * The words of a name joined by dashes, without accents and in lower case, where that says it all;
 * else a digest of them, as of names in other scripts. So what looks the same is the same team.
 */
export function teamIdOf(name: string): string {
  const plain = name.normalize('NFKD').replace(MARKS, '').toLowerCase();
  const words = plain.split(BETWEEN).filter((word) => word !== '');
  const id = words.join('-');
  const isWhole = /^[a-z0-9-]+$/.test(id) && Name.safeParse(id).success && id !== NOBODY;
  if (isWhole) return id;
  const said = words.length > 0 ? id : plain;
  return `team-${createHash('sha256').update(said).digest('hex').slice(0, DIGEST_CHARACTERS)}`;
}
