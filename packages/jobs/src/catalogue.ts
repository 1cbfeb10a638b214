/** Types of the job catalogue, from which queues, handlers and schedules are typed. */
import type { JOBS, JobName, JobPayload, JobQueue } from '@trove/contracts';

/** Names of the jobs that run on a queue. */
export type JobsOf<Q extends JobQueue> = {
  [N in JobName]: (typeof JOBS)[N]['queue'] extends Q ? N : never;
}[JobName];

/** One handler for every job of a queue: a job added to the catalogue without one won't compile. */
export type HandlersOf<Q extends JobQueue> = {
  readonly [N in JobsOf<Q>]: (payload: JobPayload<N>) => Promise<void>;
};

/** A job of a queue by name, with the payload of that name. */
export type JobOf<Q extends JobQueue> = {
  [N in JobsOf<Q>]: { readonly name: N; readonly payload: JobPayload<N> };
}[JobsOf<Q>];
