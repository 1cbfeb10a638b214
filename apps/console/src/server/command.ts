/**
 * How commands are made: server actions that ask first who it is and what they may do, then whether
 * the input is sound, and that note in the audit log what was changed. A command that is not made
 * here does not pass the tests of wrong roles.
 */
import type { Permission } from '@trove/contracts';
import type { z } from 'zod';
import { noteAudit } from './audit';
import { contracts } from './packages';
import { findViewer, type Viewer } from './viewer';

/** What every command can answer: whether it is done, and what to say to the one who asked. */
export interface Refusal {
  readonly isDone: false;
  readonly says: string;
}

/** What was changed, for the audit log; values that are no secrets. */
export interface AuditNote {
  /** As `hunt:harbour-night`. */
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface CommandContext {
  readonly viewer: Viewer;
  /** Notes a change that was made; written once the command has answered. */
  note(change: AuditNote): void;
}

interface CommandSpec<I extends z.ZodType, A> {
  /** In the audit log, as `save-draft`. */
  readonly name: string;
  readonly needs: Permission;
  readonly input: I;
  /** What to say of input that is not sound. */
  readonly wrongInput: string;
  readonly run: (input: z.output<I>, context: CommandContext) => Promise<A>;
}

type Command<I extends z.ZodType, A> = (input: z.input<I>) => Promise<A | Refusal>;

/** The server action of this command. */
export function command<I extends z.ZodType, A>(spec: CommandSpec<I, A>): Command<I, A> {
  return async (input) => {
    const viewer = await findViewer();
    if (!viewer) return { isDone: false, says: 'Sign in first.' };
    if (!contracts.mayDo(viewer.role, spec.needs)) return refusalOf(viewer, spec.needs);
    const parsed = spec.input.safeParse(input);
    if (!parsed.success) return { isDone: false, says: spec.wrongInput };
    const notes: AuditNote[] = [];
    const answer = await spec.run(parsed.data, { viewer, note: (change) => notes.push(change) });
    for (const change of notes) await noteAudit(viewer, spec.name, change);
    return answer;
  };
}

function refusalOf({ role }: Viewer, needs: Permission): Refusal {
  const words = contracts.PERMISSION_WORDS[needs];
  return { isDone: false, says: `You may not ${words}: your role is ${role}.` };
}
