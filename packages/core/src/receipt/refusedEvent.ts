/** What is told of an event that the door refused, made of its entry in the quarantine. */
import type { QuarantineEntry, QuarantineRecord, RefusedEvent } from '@trove/contracts';
import { whyOutcome } from './whyOutcome.js';

/** Undefined of what the log refused: that has a receipt. */
export function refusedEvent(
  record: QuarantineRecord & Pick<QuarantineEntry, 'care'>,
): RefusedEvent | undefined {
  const { stage, ack: outcome, eventId: id, refusedAt, code, detail, source } = record;
  if (stage !== 'door' || (outcome !== 'invalid' && outcome !== 'late')) return undefined;
  const { path, hunt, type, team, player, huntVersion: version } = record;
  const state = record.care?.state;
  const told = {
    id,
    outcome,
    why: whyOutcome(outcome, undefined),
    refusedAt,
    code,
    detail,
    source,
  };
  // What could not be read of the envelope is empty, and a version that is not known is 0.
  const known = Object.entries({ path, hunt, type, team, player, version, state }).filter(
    ([, value]) => value !== undefined && value !== '' && value !== 0,
  );
  return { ...told, ...Object.fromEntries(known) };
}
