/** Changes of a draft’s list of rules, as operations on its file. */
import type { DraftPatch } from '@trove/contracts';
import type { DraftRule } from '../draft/draftHunt';
import { pointerOf } from '../draft/pathOf';

/** A rule that is sound from the start: ten points for a solve, once per team. */
export function addRule(rules: readonly DraftRule[], isListThere: boolean): DraftPatch {
  const rule = {
    id: freeId(rules, 'new-rule'),
    on: 'code.scanned.v1',
    when: "verdict == 'solved'",
    then: { award: 10 },
    limit: { perTeam: 1 },
  };
  if (!isListThere) return [{ op: 'add', path: '/rules', value: [rule] }];
  return [{ op: 'add', path: '/rules/-', value: rule }];
}

/** Right behind its original. */
export function copyRule(rules: readonly DraftRule[], index: number): DraftPatch {
  const rule = rules[index];
  if (rule === undefined) return [];
  const copy = { ...rule, id: freeId(rules, String(rule.id ?? 'new-rule')) };
  return [{ op: 'add', path: pointerOf('rules', index + 1), value: copy }];
}

export function removeRule(index: number): DraftPatch {
  return [{ op: 'remove', path: pointerOf('rules', index) }];
}

/** Nothing at the end of the list. */
export function moveRule(count: number, index: number, by: 1 | -1): DraftPatch {
  const to = index + by;
  if (to < 0 || to >= count) return [];
  return [{ op: 'move', from: pointerOf('rules', index), path: pointerOf('rules', to) }];
}

const ID_LENGTH = 48;

function freeId(rules: readonly DraftRule[], wished: string): string {
  const taken = new Set(rules.map(({ id }) => id));
  const base = wished.replace(/-\d+$/, '').slice(0, ID_LENGTH);
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
