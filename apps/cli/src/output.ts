/**
 * What a command says. The result goes to standard output: one JSON object with `--json`, else
 * text for people. Everything on the way goes to standard error.
 */
import cliProgress from 'cli-progress';

export interface ProgressLine {
  update(done: number): void;
  stop(): void;
}

export interface Output {
  readonly isJson: boolean;
  /** The command's one result. `text` is only made when it is shown. */
  result(value: object, text: () => string): void;
  note(line: string): void;
  /** A bar on a terminal; on anything else nothing, so that logs stay readable. */
  progress(what: string, total: number): ProgressLine;
}

/** Writes a part of a large result; waits while the reader of a pipe is slow. */
export async function put(text: string): Promise<void> {
  if (process.stdout.write(text)) return;
  await new Promise((resolve) => process.stdout.once('drain', resolve));
}

export function createOutput(isJson: boolean): Output {
  return {
    isJson,
    result(value, text) {
      process.stdout.write(isJson ? `${JSON.stringify(value)}\n` : `${text()}\n`);
    },
    note(line) {
      process.stderr.write(`${line}\n`);
    },
    progress(what, total) {
      if (!process.stderr.isTTY) return { update: () => undefined, stop: () => undefined };
      const format = `${what} {bar} {percentage} % · {value} of {total} · {eta_formatted} left`;
      const preset = cliProgress.Presets.shades_classic;
      const bar = new cliProgress.SingleBar({ format, stream: process.stderr }, preset);
      bar.start(total, 0);
      return { update: (done) => bar.update(done), stop: () => bar.stop() };
    },
  };
}
