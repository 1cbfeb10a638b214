/** Reads of receipts: everything that is kept of one event, wherever it is kept. */
import { z } from 'zod';
import { keyOfEntry } from '../../features/quarantine/keyOfEntry';
import type { ReceiptAnswer } from '../../features/receipt/answers';
import { huntDirectory, receiptReader } from '../connections';
import { contracts, core } from '../packages';

const { EventId, HuntSlug } = contracts;

export const ReceiptQuery = z.object({
  /** The hunt the event is in, where it is known; all are looked through without it. */
  of: HuntSlug.optional(),
  position: z.coerce.number().int().min(0).optional(),
});
type ReceiptQuery = z.output<typeof ReceiptQuery>;

export async function readReceipt(
  text: string,
  { of, position }: ReceiptQuery,
): Promise<ReceiptAnswer> {
  const id = EventId.safeParse(text.trim().toLowerCase());
  if (!id.success) return { kind: 'unknown' };
  const all = await huntDirectory().list();
  const hunts = of === undefined ? all : all.filter(({ slug }) => slug === of);
  const answer = await receiptReader().find({ id: id.data, hunts, position, isThorough: true });
  if (answer.kind !== 'refused') return answer;
  const refused = core.refusedEvent(answer.entry);
  if (refused === undefined) return { kind: 'unknown' };
  return { kind: 'refused', refused, entry: keyOfEntry(answer.entry) };
}
