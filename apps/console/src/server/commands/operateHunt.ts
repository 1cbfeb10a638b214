'use server';
/** What an operator does to a live hunt. Ending it asks for its name: nothing takes that back. */
import { z } from 'zod';
import { type OperateAnswer, operate } from '../operations';
import { contracts } from '../packages';
import { requireViewer } from '../viewer';

const Order = z.object({
  slug: contracts.HuntSlug,
  operation: contracts.Operation,
  /** The hunt's name, written out by whoever ends it. */
  confirmed: z.string().optional(),
});
export type OperateOrder = z.input<typeof Order>;

export async function operateHunt(input: OperateOrder): Promise<OperateAnswer> {
  const viewer = await requireViewer();
  const order = Order.safeParse(input);
  if (!order.success) return { isDone: false, says: z.prettifyError(order.error) };
  const { slug, operation, confirmed } = order.data;
  const isEnd = operation.type === 'hunt.phase_changed.v1' && operation.data.phase === 'ended';
  if (isEnd && confirmed !== slug) {
    return { isDone: false, says: `Write ${slug} to end it: nothing takes that back.` };
  }
  return await operate(viewer, slug, operation);
}
