/** The commands of `trove`. Each command's own file says what it takes. */
import { Command } from 'commander';
import { addArchiveCommand } from './commands/archiveCommand.js';
import { addBacktestCommand, addReconcileCommand } from './commands/backtestCommand.js';
import { addBenchCommand } from './commands/benchCommand.js';
import { addChaosCommand } from './commands/chaosCommand.js';
import { addEventCommand } from './commands/eventCommand.js';
import { addHuntCommand } from './commands/huntCommand.js';
import { addQuarantineCommand } from './commands/quarantineCommand.js';
import { addRecommendCommand } from './commands/recommendCommand.js';
import { addReplayCommand } from './commands/replayCommand.js';
import { addRollupsCommand } from './commands/rollupsCommand.js';
import { addSimulateCommand } from './commands/simulateCommand.js';
import { addStatusCommand } from './commands/statusCommand.js';

export function createProgram(): Command {
  const program = new Command('trove')
    .description('Sends, replays, checks and measures a Trove.')
    .exitOverride();
  addReplayCommand(program);
  addSimulateCommand(program);
  addBenchCommand(program);
  addChaosCommand(program);
  addHuntCommand(program);
  addBacktestCommand(program);
  addReconcileCommand(program);
  addArchiveCommand(program);
  addQuarantineCommand(program);
  addEventCommand(program);
  addStatusCommand(program);
  addRollupsCommand(program);
  addRecommendCommand(program);
  return program;
}
