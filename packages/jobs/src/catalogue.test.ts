import { describe, expectTypeOf, it } from 'vitest';
import type { HandlersOf, JobOf, JobsOf } from './catalogue.js';
import type { NewJob } from './createQueue.js';
import type { WorkerSetup } from './createWorker.js';

type Handler<P> = (payload: P) => Promise<void>;

/** The sinks queue as a worker that has forgotten one of its jobs. */
type WithoutAnnouncing = {
  'project-ledger': Handler<{ partition: number }>;
  'project-quarantine': Handler<Record<string, never>>;
  'project-rollups': Handler<Record<string, never>>;
  'tidy-quarantine': Handler<Record<string, never>>;
  'tidy-rollups': Handler<Record<string, never>>;
  'age-hunts': Handler<Record<string, never>>;
  'forget-photos': Handler<Record<string, never>>;
};

// The compiler is the judge here: a wrong line fails the build of this package.
describe('the catalogue as types', () => {
  it('gives every queue its own jobs', () => {
    expectTypeOf<JobsOf<'drain'>>().toEqualTypeOf<'drain-partition'>();
    expectTypeOf<'drain-partition'>().not.toExtend<JobsOf<'sinks'>>();
  });

  it('does not accept handlers that lack a job', () => {
    expectTypeOf<WithoutAnnouncing>().not.toExtend<HandlersOf<'sinks'>>();
    expectTypeOf<WithoutAnnouncing & { 'announce-publications': Handler<object> }>().toExtend<
      HandlersOf<'sinks'>
    >();
    expectTypeOf<{ handlers: WithoutAnnouncing }>().not.toExtend<
      Pick<WorkerSetup<'sinks'>, 'handlers'>
    >();
  });

  it('does not accept a handler of another payload', () => {
    type Wrong = { 'drain-partition': Handler<{ partition: string }> };
    expectTypeOf<Wrong>().not.toExtend<HandlersOf<'drain'>>();
  });

  it('ties a payload to the name of its job, and a job to its queue', () => {
    type Drain = { name: 'drain-partition'; payload: { partition: number } };
    expectTypeOf<Drain>().toExtend<JobOf<'drain'>>();
    expectTypeOf<Drain>().toExtend<NewJob<'drain'>>();
    expectTypeOf<Drain>().not.toExtend<JobOf<'sinks'>>();
    expectTypeOf<{ name: 'drain-partition'; payload: { partition: string } }>().not.toExtend<
      JobOf<'drain'>
    >();
  });
});
