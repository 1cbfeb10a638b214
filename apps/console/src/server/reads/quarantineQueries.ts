/** What the quarantine routes may be asked, as the screen's address carries it. */
import type { QuarantineFilter } from '@trove/contracts';
import { z } from 'zod';
import { contracts } from '../packages';

const { HuntSlug, QuarantineFilter: Filter, QuarantineRecord, QuarantineState } = contracts;

const Stream = z.string().regex(/^[a-z0-9]{1,16}$/);
const StreamId = z.string().regex(/^\d{1,16}-\d{1,10}$/);

/** Milliseconds. */
const Instant = z.coerce.number().int().min(0);

/** Where an entry rests. */
export const EntryPlace = z.object({ stream: Stream, streamId: StreamId });

/** A cause: the JSON of its four parts. */
const Cause = z
  .string()
  .max(4_096)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'not JSON' });
      return z.NEVER;
    }
  })
  .pipe(
    z.object({
      code: QuarantineRecord.shape.code,
      stage: QuarantineRecord.shape.stage,
      type: z.string(),
      path: z.string(),
    }),
  );

/** A filter by address; without a state the open ones are meant. */
export const FilterQuery = z.object({
  hunt: HuntSlug.optional(),
  code: Filter.shape.code,
  type: Filter.shape.type,
  version: Filter.shape.version,
  state: z.union([QuarantineState, z.literal('all')]).default('open'),
  cause: Cause.optional(),
  from: Instant.optional(),
  to: Instant.optional(),
});
export type FilterQuery = z.output<typeof FilterQuery>;

export const QuarantineListQuery = FilterQuery.extend({
  /** Where the page before ended: `<stream>:<id>`. */
  after: z.templateLiteral([Stream, ':', StreamId]).optional(),
});

export const QuarantineSpanQuery = z.object({
  code: Filter.shape.code,
  hunt: HuntSlug.optional(),
  from: Instant,
  to: Instant,
});

/** A cause is more exact than a reason or a type beside it. */
export function filterOf({
  cause,
  state,
  code,
  type,
  hunt,
  version,
  from,
  to,
}: FilterQuery): QuarantineFilter {
  const kind = cause ?? { code, type };
  const isSpan = from !== undefined && to !== undefined;
  const span = isSpan ? { fromMs: from, toMs: to } : {};
  return { ...kind, ...span, hunt, version, state: state === 'all' ? undefined : state };
}
