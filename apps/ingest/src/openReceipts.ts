/** What a door has for receipts: a reader of them, and the notes of what it pushes. */
import type { Db } from '@trove/db';
import { createReceiptReader } from '@trove/receipts';
import { createDeliveryNotes, type TroveRedis } from '@trove/streams';
import type { Logger } from '@trove/telemetry';
import type { DoorApp } from './deps.js';

export interface ReceiptDeps {
  readonly redis: TroveRedis;
  readonly db: Db;
  readonly archiveFolder: string;
  readonly logger: Logger;
}

export function openReceipts(deps: ReceiptDeps): Pick<DoorApp, 'deliveries' | 'receipts'> {
  const { redis, logger } = deps;
  return {
    receipts: createReceiptReader(deps),
    deliveries: createDeliveryNotes({
      redis,
      onError: (err) => logger.error({ err }, 'deliveries could not be noted'),
      onForgotten: (notes) => logger.warn({ notes }, 'too many deliveries to note in one tick'),
    }),
  };
}
