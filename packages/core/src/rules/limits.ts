/** Bounds of the rule language. They also bound the work of one event: see SPEC.md, R9. */
export const RULE_LIMITS = {
  /** Characters of one condition. */
  characters: 2_000,
  /** Nodes of one condition's syntax tree. Each is evaluated at most once per event. */
  nodes: 300,
  /** Nesting of brackets and calls in one condition. */
  depth: 20,
  listElements: 100,
  callArguments: 8,
  /** Nodes of all conditions that listen to one event type. */
  nodesPerEventType: 10_000,
  /** Type-checking environments kept: one for each set of fields and counters in use. */
  environments: 100,
  /** Different beginnings of rules' answers that are kept made, over all hunts of a process. */
  answersKept: 20_000,
} as const;
