/** The result that a receipt tells of: for a device that was away when the result was pushed. */
import type { EventResult, Receipt } from '@trove/contracts';

export function resultOfReceipt(receipt: Receipt): EventResult {
  const { id, hunt, team, outcome, verdict, clue, version, points, scoreAfter } = receipt;
  const fired = receipt.rules.filter(({ reply }) => reply === 'fired').map(({ rule }) => rule);
  return {
    ...receipt.effects,
    id,
    hunt,
    team,
    outcome,
    position: receipt.provenance.position,
    ...(verdict === undefined ? {} : { verdict }),
    ...(clue === undefined ? {} : { clue }),
    ...(version === undefined ? {} : { version }),
    ...(points === 0 || scoreAfter === undefined ? {} : { points, score: scoreAfter }),
    ...(fired.length === 0 ? {} : { rules: fired }),
  };
}
