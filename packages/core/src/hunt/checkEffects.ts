/** Checks what rules do: that they name what there is, and how much they may leave behind. */
import { HUNT_LIMITS, type Rule } from '@trove/contracts';
import { closest } from '../rules/closest.js';
import { type HuntFault, type HuntPath, ofRule } from './huntFault.js';
import type { HuntParts } from './huntParts.js';

export function checkEffects(parts: HuntParts): readonly HuntFault[] {
  return [
    ...parts.rules.flatMap((rule, index) => {
      if (rule === undefined) return [];
      return ofRule('E10', checkNames(rule, ['rules', index, 'then'], parts));
    }),
    ...ofRule('E12', checkCounters(parts)),
    ...ofRule('E12', checkMessages(parts)),
  ];
}

/** Ids of the clues that some rule unlocks. */
export function unlockedByRules({ rules }: Pick<HuntParts, 'rules'>): ReadonlySet<string> {
  return new Set(rules.flatMap((rule) => rule?.then.unlock ?? []));
}

function checkNames(
  { then }: Rule,
  path: HuntPath,
  { clueIds, badgeIds }: HuntParts,
): readonly HuntFault[] {
  const { unlock = [], badge } = then;
  const faults = unlock.flatMap((id, at) => {
    return clueIds.has(id) ? [] : [unknown('clue', { id, path: [...path, 'unlock', at] }, clueIds)];
  });
  if (badge === undefined || badgeIds.has(badge)) return faults;
  return [...faults, unknown('badge', { id: badge, path: [...path, 'badge'] }, badgeIds)];
}

function unknown(
  what: 'clue' | 'badge',
  { id, path }: { id: string; path: HuntPath },
  known: ReadonlySet<string>,
): HuntFault {
  const near = closest(id, known);
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
  const message = `There is no ${what} "${id}" in this hunt.${hint}`;
  const allowed = `the id of a ${what} of this hunt`;
  return { path, found: id, allowed, message, suggestion: near };
}

/** The first rule that writes one counter too many is told. */
function checkCounters({ rules }: HuntParts): readonly HuntFault[] {
  const names = new Set<string>();
  for (const [index, rule] of rules.entries()) {
    for (const { name } of rule?.then.counters ?? []) names.add(name);
    if (names.size <= HUNT_LIMITS.counters) continue;
    const allowed = `at most ${HUNT_LIMITS.counters} different counters in a hunt`;
    const message = 'A team would have to remember too many counters.';
    const path = ['rules', index, 'then', 'counters'];
    return [{ path, found: `${names.size} of them`, allowed, message }];
  }
  return [];
}

/** All rules on one event type could speak at once, in one result. */
function checkMessages({ rules }: HuntParts): readonly HuntFault[] {
  const most = HUNT_LIMITS.messageCharactersPerEventType;
  const totals = new Map<string, number>();
  return rules.flatMap((rule, index) => {
    const size = rule?.then.message?.length ?? 0;
    if (rule === undefined || size === 0) return [];
    const before = totals.get(rule.on) ?? 0;
    totals.set(rule.on, before + size);
    if (before > most || before + size <= most) return [];
    return [
      {
        path: ['rules', index, 'then', 'message'],
        found: `${before + size} characters with those above on ${rule.on}`,
        allowed: `${most} characters in all messages on one event type`,
        message: 'One result could become too long.',
      },
    ];
  });
}
