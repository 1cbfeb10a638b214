/** Places in a draft: as JSON Pointers for changes, and as findings write them. */
type Step = string | number;

/** As `/clues/3/points`. */
export function pointerOf(...steps: readonly Step[]): string {
  return steps
    .map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** As `clues[3].points`. */
export function pathOf(...steps: readonly Step[]): string {
  return steps
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index ? `.${step}` : step))
    .join('');
}

/** Sets a field, or takes it out where there is nothing to set. */
export function setField(
  steps: readonly Step[],
  before: unknown,
  value: unknown,
): { op: 'add' | 'replace'; path: string; value: unknown } | { op: 'remove'; path: string } {
  const path = pointerOf(...steps);
  if (value === undefined) return { op: 'remove', path };
  return { op: before === undefined ? 'add' : 'replace', path, value };
}
