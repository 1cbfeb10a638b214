/**
 * What a player gets of a receipt of its team: the same facts, without what would give a secret
 * away. Which clause of a condition was false, let alone its text, can tell what nobody has found
 * yet; a player's name opens its team, so it is told to its owner alone, as are the words and
 * places its device sent.
 */
import type { Receipt, ReceiptRule } from '@trove/contracts';

export function receiptForPlayer(receipt: Receipt, player: string): Receipt {
  const rules = receipt.rules.map(({ rule, reply, why }): ReceiptRule => ({ rule, reply, why }));
  const { board, ...seen } = receipt;
  const shown = board === undefined || board.isFrozen === true ? seen : { ...seen, board };
  if (receipt.player === player) return { ...shown, rules };
  const { player: _player, data: _data, ...told } = shown;
  const { source: _source, ...provenance } = receipt.provenance;
  return { ...told, rules, provenance };
}
