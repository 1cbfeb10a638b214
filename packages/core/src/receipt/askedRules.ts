/** The rules of a version that an event of a type asks, with their conditions clause by clause. */
import type { ControlType, HuntDefinition, PlayType } from '@trove/contracts';
import { partsOfDefinition } from '../hunt/huntParts.js';
import { checkCondition } from '../rules/checkCondition.js';
import { clausesOf, textOfClause } from '../rules/clauses.js';

/** The type whose rules an event asks: judging a photo asks those of its submission. */
export function typeAsked(type: string): string {
  return type === ('photo.judged.v1' satisfies ControlType) ? 'photo.submitted.v1' : type;
}

export interface AskedRule {
  readonly id: string;
  /** As the designer wrote them; at least one. */
  readonly clauses: readonly string[];
}

/** In the order of the file, which is that of the answers kept with an event. */
export function askedRules(definition: HuntDefinition, type: PlayType): readonly AskedRule[] {
  const { counters } = partsOfDefinition(definition);
  const { eventTypes } = definition;
  return definition.rules.flatMap(({ id, on, when }): AskedRule[] => {
    if (on !== type) return [];
    const check = checkCondition(when, on, { counters, eventTypes });
    if (!check.ok) return [];
    return [{ id, clauses: clausesOf(check.ast).map(textOfClause) }];
  });
}
