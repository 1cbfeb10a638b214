/** `trove recommend evaluate FILE`. */
import { type Command, Option } from 'commander';
import { createOutput } from '../output.js';
import { evaluate, MODELS, type ModelName } from '../recommend/evaluate.js';
import { evaluationText } from '../recommend/evaluationText.js';
import { readVisits } from '../recommend/visits.js';
import { share, withJson } from './options.js';

interface Flags {
  readonly json?: boolean;
  readonly models: readonly ModelName[];
  readonly learn: number;
}

export function addRecommendCommand(program: Command): void {
  const recommend = program.command('recommend').description('measure the recommendations');
  const names = Object.keys(MODELS) as ModelName[];
  const command = recommend
    .command('evaluate')
    .argument('<file>', 'check-ins: user, UTC time, latitude, longitude, place; may be gzipped')
    .description('predict where each user goes next, in time order, and score it')
    .addOption(new Option('--models <names...>', 'which models').choices(names).default(names))
    .option('--learn <share>', 'share of the events, by time, that is only learnt from', share, 0.8);
  withJson(command).action(run);
}

async function run(path: string, flags: Flags): Promise<void> {
  const output = createOutput(flags.json === true);
  const file = await readVisits(path);
  const progress = output.progress('visits', file.visits.length);
  const { models, learn: learntShare } = flags;
  const evaluation = evaluate(file, { models, learntShare, onVisit: (n) => progress.update(n) });
  progress.stop();
  output.result(evaluation, () => evaluationText(evaluation));
}
