/** What an event of a type must look like: a built-in one, or one of its hunt's own. */
import type { EventType } from '@trove/contracts';
import { z } from 'zod';
import type { ContractAnswer } from '../../features/quarantine/answers';
import { contracts } from '../packages';
import { readHunt } from './hunts';

/** Types of refused events are whatever was sent. */
export const ContractQuery = z.object({
  type: z.string().max(200).default(''),
  hunt: z.string().max(200).default(''),
});

export async function readContract({
  type,
  hunt,
}: z.output<typeof ContractQuery>): Promise<ContractAnswer> {
  const builtIn: readonly string[] = contracts.EVENT_TYPES;
  if (builtIn.includes(type)) {
    return { type, known: builtIn, schema: contracts.eventJsonSchema(type as EventType) };
  }
  // Its own types are those of the version in force, as the door asks them.
  const own = (await readHunt(hunt))?.eventTypes ?? [];
  const known = [...builtIn, ...own.map((one) => one.type)];
  const definition = own.find((one) => one.type === type);
  if (definition === undefined) return { type, known };
  return { type, known, schema: contracts.customEventJsonSchema(definition) };
}
