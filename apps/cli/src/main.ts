/** Starts `trove`. The exit code is set, not forced, so that piped output is written out whole. */
import { createProgram } from './program.js';
import { runProgram } from './runProgram.js';
import { endOnSignal } from './stopping.js';

const release = endOnSignal(process.argv);
process.exitCode = await runProgram(createProgram, process.argv);
release();
