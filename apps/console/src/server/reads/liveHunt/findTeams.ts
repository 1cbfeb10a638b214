/** Finds teams by what their players call them, or by their id. */

interface Named {
  readonly name: string | undefined;
}

const MARKS = /\p{M}/gu;

/**
 * Those with `find` in their name or id, in the order they come in. Case and accents make no
 * difference, and neither do the written forms of one text.
 */
export function findTeams(
  teams: readonly string[],
  outlines: ReadonlyMap<string, Named>,
  find: string,
): string[] {
  const wanted = foldName(find);
  return teams.filter((team) => {
    const name = outlines.get(team)?.name ?? '';
    return foldName(name).includes(wanted) || foldName(team).includes(wanted);
  });
}

/** In capitals, because small letters tell ß from ss and the two small sigmas apart. */
function foldName(text: string): string {
  return text.normalize('NFKD').replaceAll(MARKS, '').toUpperCase().normalize('NFKC');
}
