/** Looks for what has come of an operator's act since it was answered that it waits. */
import { z } from 'zod';
import { lookAtOperation, type OperateAnswer } from '../../operations';
import { contracts } from '../../packages';

/** Text of JSON; a text that is none is a fault of the query like any other. */
const json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue('no JSON');
    return z.NEVER;
  }
});

export const OutcomeQuery = z.object({
  id: z.uuidv7(),
  /** As the first answer said it, or the look before. */
  afterId: z.string().regex(/^\d{1,15}-0$/),
  operation: json.pipe(z.union([contracts.Operation, contracts.Settling])),
});

/** Undefined when there is no such hunt. */
export async function readOutcome(
  slug: string,
  act: z.output<typeof OutcomeQuery>,
): Promise<OperateAnswer | undefined> {
  return await lookAtOperation({ slug, ...act });
}
