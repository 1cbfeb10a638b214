/** What an event of a type must look like. */
import type { EventType } from '@trove/contracts';
import { z } from 'zod';
import type { ContractAnswer } from '../../features/quarantine/answers';
import { contracts } from '../packages';

/** Types of refused events are whatever was sent. */
export const ContractQuery = z.object({ type: z.string().max(200).default('') });

export function readContract({ type }: z.output<typeof ContractQuery>): ContractAnswer {
  const known: readonly string[] = contracts.EVENT_TYPES;
  if (!known.includes(type)) return { type, known };
  return { type, known, schema: contracts.eventJsonSchema(type as EventType) };
}
