/**
 * What has to hold of a run, whatever failed in it. Each answers the sentences that are broken:
 *
 * I1  an acknowledged event has a first outcome, and it is one that keeps it
 * I2  an identity has at most one effect
 * I3  teams, results and the fold by hand agree, event by event
 * I4  the log folded again gives the same state
 * I5  a player's events are in the log in the order of sending
 * I6  results are without gap, in order, within and across epochs
 * I7  what doors received is what they appended, refused, or lost unanswered
 * I8  the cursor never goes back, nor does the epoch
 * I9  nothing is remembered below the floor, nothing waits at the end
 * I11 once the faults stop the log is drained
 *
 * Where the server lost the end of its log with the results and the state of it, as tier `process`
 * lets it, I1 and I5 speak of what it did not lose; the others of all that is left.
 *
 * I10 (tenants) and I12 (processes) have no meaning here: the import of a fault run's oracle and
 * the API tests look at them.
 */
import { NO_ROSTER, type ResultRow, type TeamState, timeOfIdentity } from '@trove/core';
import { Oracle } from './oracle.fixture.js';
import { refold, stateText } from './refold.js';
import type { Run } from './run.js';
import { OWLS } from './simTeam.fixture.js';
import { HUNT } from './simulated.fixture.js';

const KEEPING = new Set(['accepted', 'replayed', 'quarantined', 'late', 'invalid', 'said again']);
const COUNTING = new Set(['accepted', 'replayed']);

export async function brokenInvariants(run: Run): Promise<string[]> {
  return [
    ...outcomeFaults(run),
    ...handFaults(run),
    ...(await refoldFaults(run)),
    ...orderFaults(run),
    ...resultFaults(run),
    ...doorFaults(run),
    ...boundFaults(run),
    ...(run.isDrained ? [] : ['I11: the log is not drained']),
  ];
}

function rowsOf({ commits }: Run) {
  return commits.flatMap(({ results }) => results);
}

function outcomeFaults(run: Run): string[] {
  const outcomes = new Map<string, string[]>();
  for (const row of rowsOf(run)) {
    const { identity } = row.event;
    outcomes.set(identity, [...(outcomes.get(identity) ?? []), wordOf(row)]);
  }
  const says: string[] = [];
  for (const identity of run.clients.flatMap(({ acked }) => [...acked])) {
    const [first] = outcomes.get(identity) ?? [];
    if (first === undefined && run.lost.has(identity)) continue;
    if (first === undefined) says.push('I1: an acknowledged event has no outcome');
    else if (!KEEPING.has(first)) says.push(`I1: the first outcome of an event is ${first}`);
  }
  for (const all of outcomes.values()) {
    const effects = all.filter((outcome) => COUNTING.has(outcome)).length;
    if (effects > 1) says.push(`I2: one identity had ${effects} effects`);
  }
  return says;
}

/** A new id may repeat what came under another: that is no repeat of itself. */
function wordOf({ outcome, rung }: ResultRow): string {
  const isNew = rung === 'device' || rung === 'fingerprint';
  return outcome === 'duplicate' && isNew ? 'said again' : outcome;
}

function handFaults(run: Run): string[] {
  const oracle = new Oracle(run.log, run.parked);
  const rows = rowsOf(run);
  const says = rows.flatMap(({ outcome, position }, i) => {
    const expected = oracle.outcomes[i];
    return outcome === expected ? [] : [`I3: ${position} is ${outcome}, by hand ${expected}`];
  });
  const teams = run.cells.teams.get(HUNT) ?? new Map<string, TeamState>();
  for (const [team, { score, scans, isUnlocked }] of oracle.sheets) {
    const found = teams.get(team);
    const has = `${found?.score ?? 0} points, ${found?.marks.counters.get('scans') ?? 0} scans`;
    const wants = `${score} points, ${scans} scans`;
    if (has !== wants) says.push(`I3: ${team} has ${has}, by hand ${wants}`);
    if ((found?.marks.badges.size ?? 0) > 0 !== isUnlocked) says.push(`I3: ${team}'s badge`);
  }
  const { captain, members } = teams.get(OWLS)?.roster ?? NO_ROSTER;
  const there = [...members].map(([player, { member }]) => {
    return `${member}:${player}${member === captain ? '*' : ''}`;
  });
  const [found, wanted] = [there.join(), oracle.owls.words.join()];
  if (found !== wanted) says.push(`I3: in the team are ${found}, by hand ${wanted}`);
  const points = rows.reduce((sum, row) => sum + row.points, 0);
  if (points !== oracle.points) says.push(`I3: results sum to ${points}, by hand ${oracle.points}`);
  return says;
}

async function refoldFaults(run: Run): Promise<string[]> {
  const again = stateText(await refold(run));
  return again === stateText(run.cells) ? [] : ['I4: the log folded again gives another state'];
}

function orderFaults({ log, clients, lost }: Run): string[] {
  const firsts = new Map<string, number>();
  const events = log.flatMap((entry) => (entry.isReplay ? [] : entry.events));
  for (const [place, { identity }] of events.entries()) {
    if (!firsts.has(identity)) firsts.set(identity, place);
  }
  return clients.flatMap(({ acked }) => {
    const kept = [...acked].filter((identity) => !lost.has(identity));
    const places = kept.map((identity) => firsts.get(identity) ?? -1);
    const isSorted = places.every((place, i) => i === 0 || place > (places[i - 1] as number));
    return isSorted ? [] : ['I5: an event overtook another of its player'];
  });
}

function resultFaults(run: Run): string[] {
  const says: string[] = [];
  let last = { epoch: 0, decided: 0 };
  for (const { epoch, decided, results } of run.commits) {
    const [first] = results;
    if (first?.position !== last.decided) says.push('I6: results have a gap');
    if (decided !== last.decided + results.length) says.push('I6: a commit has other results');
    if (epoch < last.epoch || decided < last.decided) says.push('I8: the cursor went back');
    last = { epoch, decided };
  }
  const logged = run.log.flatMap(({ events }) => events);
  const isSame = rowsOf(run).every(({ event }, i) => event.identity === logged[i]?.identity);
  return isSame ? says : [...says, 'I6: results are not those of the log'];
}

function doorFaults({ doors }: Run): string[] {
  return doors.flatMap(({ counts: { received, appended, refused, crashed } }) => {
    const known = appended + refused + crashed;
    return received === known ? [] : [`I7: ${received} received, ${known} known`];
  });
}

function boundFaults({ cells, doors }: Run): string[] {
  const floorMs = cells.hunts.get(HUNT)?.floorMs ?? 0;
  const seen = [...(cells.seen.get(HUNT)?.keys() ?? [])];
  const isOld = seen.some((identity) => timeOfIdentity(identity) < floorMs);
  const isWaiting = !doors.every(({ isIdle }) => isIdle);
  return [
    ...(isOld ? ['I9: an id below the floor is remembered'] : []),
    ...(isWaiting ? ['I9: something waits at a door'] : []),
  ];
}
