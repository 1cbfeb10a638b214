/** The one team that is looked at, in the URL: with its hunt, as another hunt has other teams. */

export function writeTeam(hunt: string, team: string): string {
  return `${hunt}/${team}`;
}

/** Undefined when none is named, or one of another hunt. */
export function readTeam(text: string | null, hunt: string | null): string | undefined {
  const start = `${hunt}/`;
  const isOfHunt = hunt !== null && text?.startsWith(start) === true;
  return isOfHunt ? text.slice(start.length) : undefined;
}
