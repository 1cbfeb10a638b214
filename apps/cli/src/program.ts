/** The commands of `trove`. Each command's own file says what it takes. */
import { Command } from 'commander';
import { addReplayCommand } from './commands/replayCommand.js';

export function createProgram(): Command {
  const program = new Command('trove')
    .description('Sends, replays, checks and measures a Trove.')
    .exitOverride()
    .showHelpAfterError();
  addReplayCommand(program);
  return program;
}
