/** Holds a refused event of a hunt's own type against that type, once its hunt is known. */
import { type CustomContracts, customFault } from '@trove/contracts';
import type { Judged } from './judgeEntry.js';

/** @param contracts of the version in force, which may not be the one that refused it */
export function judgeByHunt(judged: Judged, contracts: CustomContracts): Judged {
  if (judged.is !== 'good') return judged;
  const fault = customFault(judged.replayable.event, contracts);
  if (fault === undefined) return judged;
  const { path = '', detail } = fault;
  return { is: 'stays', says: `It would be refused again at ${path}: ${detail}.`, path };
}
