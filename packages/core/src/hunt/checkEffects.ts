/** Checks what rules do: that they name what there is, and how much they may leave behind. */
import { HUNT_LIMITS, type Rule } from '@trove/contracts';
import { type HuntFault, type HuntPath, ofRule } from './huntFault.js';
import type { HuntParts } from './huntParts.js';
import { unknownName } from './unknownName.js';

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

function checkNames(
  { then }: Rule,
  path: HuntPath,
  { clueIds, badgeIds }: HuntParts,
): readonly HuntFault[] {
  const { unlock = [], badge } = then;
  const faults = unlock.flatMap((id, at) => {
    if (clueIds.has(id)) return [];
    return [unknownName('clue', { id, path: [...path, 'unlock', at] }, clueIds)];
  });
  if (badge === undefined || badgeIds.has(badge)) return faults;
  return [...faults, unknownName('badge', { id: badge, path: [...path, 'badge'] }, badgeIds)];
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
