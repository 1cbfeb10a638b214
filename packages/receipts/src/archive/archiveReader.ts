/**
 * The archive's reader as those who ask see it: started at the first search, ended when nobody has
 * asked for a while, and started anew when it died.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { setPriority } from 'node:os';
import type { ArchivedEvent, EventSearch } from '@trove/archive';
import { RECEIPT_LIMITS } from '../limits.js';
import type { ReaderAnswer, ReaderAsk } from './readerMessages.js';

const PROGRAM = new URL('./readerMain.js', import.meta.url);

interface Waiting {
  readonly timer: NodeJS.Timeout;
  settle(events: readonly ArchivedEvent[]): void;
  fail(error: Error): void;
}

/** Play goes first from its start on: to load what it needs takes it most of its time. */
function startReader(): ChildProcess {
  const child = fork(PROGRAM, { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  // Without a number it has not started, which it says itself.
  if (child.pid !== undefined) setPriority(child.pid, RECEIPT_LIMITS.niceness);
  return child;
}

export class ArchiveReader {
  private child: ChildProcess | undefined;
  private idle: NodeJS.Timeout | undefined;
  private number = 0;
  private readonly waiting = new Map<number, Waiting>();

  constructor(private readonly begin: () => ChildProcess = startReader) {}

  /** Events in log order. Rejects when the reader ends, takes too long or can't read a file. */
  async find(search: EventSearch): Promise<readonly ArchivedEvent[] | 'busy'> {
    if (this.waiting.size >= RECEIPT_LIMITS.archiveWaiting) return 'busy';
    clearTimeout(this.idle);
    this.number += 1;
    const ask: ReaderAsk = { number: this.number, search };
    const child = this.start();
    return await new Promise((settle, fail) => {
      const timer = setTimeout(() => child.kill('SIGKILL'), RECEIPT_LIMITS.archiveMs);
      this.waiting.set(ask.number, { timer, settle, fail });
      child.send(ask);
    });
  }

  close(): void {
    clearTimeout(this.idle);
    this.child?.disconnect();
    this.child = undefined;
  }

  private start(): ChildProcess {
    if (this.child !== undefined) return this.child;
    const child = this.begin();
    child.on('message', (answer: ReaderAnswer) => this.answered(answer));
    child.on('error', () => this.ended(child));
    child.once('exit', () => this.ended(child));
    this.child = child;
    return child;
  }

  private answered(answer: ReaderAnswer): void {
    const waiting = this.take(answer.number);
    if ('events' in answer) waiting?.settle(answer.events);
    else waiting?.fail(new Error(`the archive could not be read: ${answer.fault}`));
    if (this.waiting.size > 0) return;
    this.idle = setTimeout(() => this.close(), RECEIPT_LIMITS.readerIdleMs);
    this.idle.unref();
  }

  private ended(child: ChildProcess): void {
    if (this.child !== child) return;
    this.child = undefined;
    for (const number of [...this.waiting.keys()]) {
      this.take(number)?.fail(new Error('the reader of the archive has ended'));
    }
  }

  private take(number: number): Waiting | undefined {
    const waiting = this.waiting.get(number);
    this.waiting.delete(number);
    clearTimeout(waiting?.timer);
    return waiting;
  }
}
