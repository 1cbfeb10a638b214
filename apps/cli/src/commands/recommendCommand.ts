/** `trove recommend evaluate FILE`: visits in time order, or lists of items. */
import { access } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { EXIT, UsageError } from '../exits.js';
import { createOutput, type Output } from '../output.js';
import { type Evaluation, evaluate, MODELS, type ModelName } from '../recommend/evaluate.js';
import { evaluationText } from '../recommend/evaluationText.js';
import { LEARNT_SHARE } from '../recommend/limits.js';
import { evaluateLists } from '../recommend/lists/evaluateLists.js';
import { readLists } from '../recommend/lists/readLists.js';
import { deduplicated, withRepeats } from '../recommend/repeats.js';
import { readVisits, type VisitFile } from '../recommend/visits.js';
import { share, withJson } from './options.js';

interface Flags {
  readonly json?: boolean;
  readonly format: 'checkins' | 'lightgcn';
  readonly test?: string;
  readonly models: readonly ModelName[];
  readonly learn: number;
  readonly repeats?: number;
}

export function addRecommendCommand(program: Command): void {
  const recommend = program.command('recommend').description('measure the recommendations');
  const names = Object.keys(MODELS) as ModelName[];
  const command = recommend
    .command('evaluate')
    .argument('<file>', 'check-ins: user, UTC time, latitude, longitude, place; may be gzipped')
    .description('predict where each user goes next, in time order, and score it')
    .addOption(
      new Option('--format <format>', 'lightgcn: a line a user, the user and then its items')
        .choices(['checkins', 'lightgcn'])
        .default('checkins'),
    )
    .option('--test <file>', 'lightgcn: what is to be found')
    .addOption(new Option('--models <names...>', 'which models').choices(names).default(names))
    .option('--learn <share>', 'share of the events that is only learnt from', share, LEARNT_SHARE)
    .option('--repeats <share>', 'also: with so many sent twice, deduplicated and not', share);
  withJson(command).action(run);
}

async function run(path: string, flags: Flags): Promise<void> {
  const output = createOutput(flags.json === true);
  for (const file of [path, ...(flags.test === undefined ? [] : [flags.test])]) {
    await access(file).catch((cause: unknown) => {
      throw new UsageError(`cannot read ${file}`, { cause });
    });
  }
  if (flags.format === 'lightgcn') await runLists(path, flags.test, output);
  else await runVisits(path, flags, output);
}

async function runVisits(path: string, flags: Flags, output: Output): Promise<void> {
  const file = await readVisits(path);
  if (file.badLines > 0) output.note(`${file.badLines} lines are no check-ins and were left out`);
  const evaluation = await measure(file, flags, output);
  if (flags.repeats === undefined) {
    output.result(evaluation, () => evaluationText(evaluation));
  } else {
    const repeated = withRepeats(file, flags.repeats);
    const on = await measure(deduplicated(repeated), flags, output);
    const off = await measure(repeated, flags, output);
    output.result({ ...evaluation, dedup: { on, off } }, () => {
      const said = { 'as it is': evaluation, 'repeats, dedup on': on, 'repeats, dedup off': off };
      return Object.entries(said)
        .map(([title, one]) => `${title}\n${evaluationText(one)}`)
        .join('\n\n');
    });
  }
  if (evaluation.events === 0) process.exitCode = EXIT.failed;
}

type Measured = VisitFile & { isRepeat?(index: number): boolean };

async function measure(
  file: Measured,
  { models, learn }: Flags,
  output: Output,
): Promise<Evaluation> {
  const progress = output.progress('visits', file.visits.length);
  const { isRepeat } = file;
  const options = { models, learntShare: learn, onVisit: (done: number) => progress.update(done) };
  const asked = isRepeat === undefined ? options : { ...options, isRepeat };
  const evaluation = await evaluate(file, asked);
  progress.stop();
  return evaluation;
}

async function runLists(path: string, test: string | undefined, output: Output): Promise<void> {
  if (test === undefined) throw new UsageError('--format lightgcn needs --test FILE');
  const evaluation = evaluateLists(await readLists(path), await readLists(test));
  output.result(evaluation, () => {
    const { users, items, method } = evaluation;
    const [recall, ndcg] = [evaluation['recall@20'].toFixed(4), evaluation['ndcg@20'].toFixed(4)];
    return `${method}: recall@20 ${recall}, ndcg@20 ${ndcg} (${users} users, ${items} items)`;
  });
  if (evaluation.users === 0) process.exitCode = EXIT.failed;
}
