/** The parts of a rule that its sentence opens one by one. */
export type RulePart = 'name' | 'on' | 'when' | 'then' | 'limit';
