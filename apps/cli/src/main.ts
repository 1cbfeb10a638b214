/**
 * Starts `trove`. A signal is heard from the first moment on: the commands take a while to load.
 * The exit code is set, not forced, so that piped output is written out whole.
 */
import { endOnSignal } from './stopping.js';

const release = endOnSignal(process.argv);
const { createProgram } = await import('./program.js');
const { runProgram } = await import('./runProgram.js');
process.exitCode = await runProgram(createProgram, process.argv);
release();
