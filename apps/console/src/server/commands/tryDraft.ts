'use server';
/** Tries events on a draft, without effect: nothing is sent, and nothing is kept. */
import { z } from 'zod';
import type { TryAnswer } from '../../features/trial/answers';
import { TRIAL_LIMITS } from '../../features/trial/limits';
import { command } from '../command';
import { db, logger } from '../connections';
import { type Subject, type TryingHunt, tryOnDraft } from '../drafts/tryOnDraft';
import { contracts, core, database } from '../packages';

const { HUNT_LIMITS, LocalId, Name } = contracts;

const points = z.int().min(-HUNT_LIMITS.counterValue).max(HUNT_LIMITS.counterValue);

const SubjectInput = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('imaginary'),
    team: Name,
    solved: z.array(LocalId).max(HUNT_LIMITS.clues),
    score: points,
    counters: z.record(contracts.CounterName, points),
    badges: z.array(LocalId).max(HUNT_LIMITS.badges),
    solvedByOthers: z.int().min(0).max(1_000_000),
  }),
  z.strictObject({ is: z.literal('real'), team: Name }),
]);

const Input = z.object({
  slug: contracts.HuntSlug,
  subjects: z.array(SubjectInput).min(1).max(TRIAL_LIMITS.teams),
  events: z
    .array(
      z.strictObject({
        type: contracts.PlayTypeName,
        data: z
          .record(z.string(), z.unknown())
          .refine((data) => JSON.stringify(data).length <= TRIAL_LIMITS.dataCharacters),
        at: contracts.EventTime,
      }),
    )
    .min(1)
    .max(TRIAL_LIMITS.events),
});

export const tryDraft = command({
  name: 'try-draft',
  needs: 'design',
  input: Input,
  wrongInput:
    'This can’t be tried: a team needs a name, numbers are whole, a moment is a date with its ' +
    `time, and an event has at most ${TRIAL_LIMITS.dataCharacters} characters.`,
  run: async ({ slug, subjects, events }): Promise<TryAnswer> => {
    const hunt = await huntOf(slug);
    if ('says' in hunt) return { isDone: false, says: hunt.says };
    const logged = events.map(({ type, data, at }) => ({ type, data, atMs: Date.parse(at) }));
    const refused = refusalOf(hunt, logged);
    if (refused !== undefined) return { isDone: false, says: refused };
    return await tryAll(hunt, subjects, logged);
  },
});

type Logged = Parameters<typeof tryOnDraft>[2];

async function tryAll(
  hunt: TryingHunt,
  subjects: readonly Subject[],
  events: Logged,
): Promise<TryAnswer> {
  const teams = [];
  for (const subject of subjects) {
    try {
      const answer = await tryOnDraft(hunt, subject, events);
      if ('says' in answer) return { isDone: false, says: answer.says };
      teams.push(answer.tried);
    } catch (error) {
      if (subject.is === 'imaginary') throw error;
      logger().warn({ err: error }, 'the state of a team could not be read');
      return { isDone: false, says: 'Redis does not answer: try it with an imaginary team.' };
    }
  }
  return { isDone: true, teams };
}

async function huntOf(slug: string): Promise<TryingHunt | { readonly says: string }> {
  const draft = await database.draftStore(db()).find(slug);
  if (!draft) return { says: 'There is no such draft any more.' };
  const definition = core.playableHunt(draft.source);
  if (!definition)
    return { says: 'The draft has mistakes: mend them first, then it can be tried.' };
  const compilation = core.compileHunt(definition, draft.baseVersion + 1);
  if (!compilation.ok)
    return { says: 'The draft does not compile: look at Text for its mistakes.' };
  return { definition, compiled: compilation.hunt };
}

function refusalOf({ definition }: TryingHunt, events: Logged): string | undefined {
  let beforeMs = Number.NEGATIVE_INFINITY;
  for (const { type, data, atMs } of events) {
    const fault = core.trialFault({ type, data }, definition);
    if (fault !== undefined) return fault;
    if (atMs < beforeMs) return 'Events are tried in the order of their moments.';
    beforeMs = atMs;
  }
  return undefined;
}
