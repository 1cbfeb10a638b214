/**
 * What was refused rests in quarantine: each refusal that a client was told of once, none that
 * was not sent, and all of it in PostgreSQL in the end. Pure.
 */
import type { Sent } from '../clients/history.js';
import { type Evidence, keyOf, type OutFact, type RestFact } from './facts.js';

type Found = Pick<Evidence, 'rests' | 'stored' | 'outs'>;

const MOST_SAID = 5;
/** What a door says of an event that breaks its contract. */
const BREAKS = 'contract';

export function restFaults(sent: readonly Sent[], { rests, stored, outs }: Found): string[] {
  const isOfRun = ({ hunt }: { readonly hunt: string }) => stored.has(hunt);
  const says = [
    ...sent.flatMap(wrongAnswer),
    ...refusedAtDoor(sent, rests),
    ...quarantinedInLog(rests.filter(isOfRun), outs.flat().filter(isOfRun)),
    ...unstored(rests, stored),
  ];
  return says.slice(0, MOST_SAID);
}

function wrongAnswer({ id, isMalformed, ack, refusedAs }: Sent): string[] {
  if (!isMalformed || ack === undefined) return [];
  const isTold = ack === 'invalid' && refusedAs === BREAKS;
  return isTold ? [] : [`${id} breaks its contract and is ${ack} (${refusedAs})`];
}

/** An answer that was lost may have been a refusal: no more of those than were sent in vain. */
function refusedAtDoor(sent: readonly Sent[], rests: readonly RestFact[]): string[] {
  const counts = countBy(rests.filter(({ stage }) => stage === 'door'));
  return sent.flatMap((one) => {
    const { id, carried, taken, refused } = one;
    const count = counts.get(keyOf(one)) ?? 0;
    if (count >= refused && count <= carried - taken) return [];
    return [`${id} was refused ${refused} times in ${carried} and rests ${count} times`];
  });
}

function quarantinedInLog(rests: readonly RestFact[], outs: readonly OutFact[]): string[] {
  const rows = countBy(outs.filter(({ outcome }) => outcome === 'quarantined'));
  const counts = countBy(rests.filter(({ stage }) => stage === 'decide'));
  return [...new Set([...rows.keys(), ...counts.keys()])].flatMap((key) => {
    const [decided, resting] = [rows.get(key) ?? 0, counts.get(key) ?? 0];
    if (decided === resting) return [];
    return [`${key} was quarantined ${decided} times and rests ${resting} times`];
  });
}

function unstored(rests: readonly RestFact[], stored: Evidence['stored']): string[] {
  return [...stored].flatMap(([hunt, count]) => {
    const all = rests.filter((rest) => rest.hunt === hunt).length;
    return count === all ? [] : [`PostgreSQL has ${count} of ${all} refusals of ${hunt}`];
  });
}

function countBy(facts: readonly { id: string; source: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const fact of facts) counts.set(keyOf(fact), (counts.get(keyOf(fact)) ?? 0) + 1);
  return counts;
}
