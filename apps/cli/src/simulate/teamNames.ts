/** Names of simulated teams: pleasant to read on a board, and unique by their number. */
const ADJECTIVES = [
  'amber',
  'brisk',
  'calm',
  'dapper',
  'eager',
  'foggy',
  'gentle',
  'hazel',
  'ivory',
  'jolly',
  'keen',
  'lucky',
  'mellow',
  'nimble',
  'olive',
  'plucky',
];
const ANIMALS = [
  'otter',
  'heron',
  'badger',
  'marten',
  'plover',
  'seal',
  'fox',
  'lynx',
  'puffin',
  'hare',
  'osprey',
  'newt',
  'curlew',
];

/** The name of the team that came as number `index`, from 0. */
export function teamNameOf(index: number): string {
  const adjective = ADJECTIVES[index % ADJECTIVES.length];
  const animal = ANIMALS[index % ANIMALS.length];
  const round = Math.floor(index / (ADJECTIVES.length * ANIMALS.length));
  return round === 0 ? `${adjective}-${animal}` : `${adjective}-${animal}-${round + 1}`;
}
