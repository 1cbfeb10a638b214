/**
 * Everything a start has brought up, and the one way it ends: the first signal stops all of it
 * in the opposite order, a second one kills it, as does SIGQUIT at once.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { say } from '../say.mjs';

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
/** npm passes the terminal's Ctrl-C on, so that one key press may arrive twice. */
const SAME_PRESS_MS = 1000;
const PARENT_LOOK_MS = 500;
/** A program that has not ended so long after it was asked to is killed. */
const PROGRAM_ENDS_MS = 10_000;
/** How long one that is to be killed has to kill what it began itself, in groups of their own. */
const KILLS_OWN_MS = 1000;

/** @typedef {{name: string, stop: () => Promise<void>, kill: () => void}} Part */

export function createLifetime() {
  /** Groups in the order they came up; the parts of a group stop side by side. @type {Part[][]} */
  const groups = [];
  /** @type {Set<import('../runCommand.mjs').Program>} */
  const programs = new Set();
  const ends = [];
  let stopping;

  const stop = () => {
    stopping ??= Promise.all([stopGroups(groups), endPrograms(programs)]).finally(() => {
      for (const end of ends) end();
    });
    return stopping;
  };
  const kill = async () => {
    stopping ??= new Promise(() => undefined);
    for (const part of groups.flat()) part.kill();
    await killPrograms(programs);
    for (const end of ends) end();
    process.exit(130);
  };
  let pressedAt = -Infinity;
  const press = () => {
    const now = performance.now();
    if (stopping !== undefined && now - pressedAt > SAME_PRESS_MS) void kill();
    if (stopping !== undefined) return;
    pressedAt = now;
    say('\nStopping (again to kill) …');
    void stop().then(() => process.exit(0));
  };
  for (const signal of SIGNALS) process.on(signal, press);
  process.on('SIGQUIT', () => void kill());
  // Whoever read what we say may end before us: all is stopped none the less.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  whenNpmIsGone(press);
  return {
    /** Adds parts that are stopped together, before all that was added earlier. */
    add: (...parts) => {
      groups.push(parts);
      if (stopping !== undefined) for (const part of parts) part.kill();
    },
    /** Adds a program that ends by itself, such as a build: it is ended when all is stopped. */
    adopt: (program) => {
      programs.add(program);
      void program.ended.then(() => programs.delete(program));
      if (stopping !== undefined) program.signal('SIGKILL');
    },
    /** Adds something to do when all has stopped, such as giving back the lock. */
    atEnd: (end) => void ends.push(end),
    stop,
    isStopping: () => stopping !== undefined,
  };
}

/** npm does not pass a SIGTERM on: who stops `npm start` means us, so its end is a signal too. */
function whenNpmIsGone(press) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const npm = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(timer);
    press();
  }, PARENT_LOOK_MS);
  timer.unref();
}

async function stopGroups(groups) {
  for (const parts of [...groups].reverse()) {
    await Promise.all(
      parts.map(async (part) => {
        await part.stop();
        say(`  ✓ ${part.name} stopped`);
      }),
    );
  }
}

async function endPrograms(programs) {
  const running = [...programs];
  for (const program of running) program.signal('SIGTERM');
  const ended = Promise.all(running.map((program) => program.ended));
  const isLate = pause(PROGRAM_ENDS_MS, true, { ref: false });
  if (await Promise.race([isLate, ended.then(() => false)])) await killPrograms(running);
}

/** First by SIGQUIT: a start among them would leave its servers running if it died at once. */
async function killPrograms(programs) {
  const running = [...programs];
  const ended = Promise.all(running.map((program) => program.ended));
  for (const signal of /** @type {const} */ (['SIGQUIT', 'SIGKILL'])) {
    for (const program of running) program.signal(signal);
    // Not for ever: what one of them left may hold its output open.
    await Promise.race([ended, pause(KILLS_OWN_MS, undefined, { ref: false })]);
  }
}
