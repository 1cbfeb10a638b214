/** What teams are called: the ledger and the log know their ids, the partition their names. */
import type { LiveHunt } from '@trove/contracts';
import { redis } from '../../connections';
import { streams } from '../../packages';

/** Asked of any of them, it answers with the name beside nothing else, for a row to take in. */
export async function namesOf(live: LiveHunt, teams: readonly string[]) {
  const states = await streams.readTeams(redis(), live, { teams: [...new Set(teams)] });
  const names = new Map(states.map(({ team, name }) => [team, name]));
  return (team: string): { readonly name?: string } => {
    const name = names.get(team);
    return name === undefined ? {} : { name };
  };
}
