/** `trove hunt phase | say | points | freeze | team | remove | refund | …`: operating. */
import {
  HuntPhase,
  LocalId,
  MemberNumber,
  Name,
  OPERATION_LIMITS,
  Operation,
  TeamStatus,
} from '@trove/contracts';
import { Argument, type Command, InvalidArgumentError } from 'commander';
import { DoorClient } from '../door/doorClient.js';
import { UsageError } from '../exits.js';
import { createOutput } from '../output.js';
import { type DoorFlags, doorOf, slug, withDoor } from './options.js';

/** What the arguments of these commands are, and what reads them. */
const ARGUMENTS: Readonly<Record<string, readonly [string, (text: string) => unknown]>> = {
  '<text>': ['what players read', String],
  '<team>': ['the team', teamName],
  '<clue>': ['the clue’s id', localId],
  '<division>': ['the division’s id, or none', localId],
  '<member>': ['the member’s number', memberOf],
  '<points>': ['a whole number; below 0 they are taken', pointsOf],
  '<reason>': ['why, for the team to read', String],
  '<status>': ['playing, hidden or banned', statusOf],
  '<hint>': ['the id of the hint', localId],
};

export function addOperateCommands(hunt: Command): void {
  const act = (words: string, description: string) => {
    const [name = '', ...more] = words.split(' ');
    const command = hunt.command(name).argument('<slug>', 'the hunt', slug);
    for (const one of more) addArgument(command, one);
    return withDoor(command.description(description));
  };
  withDoor(
    hunt
      .command('phase')
      .argument('<slug>', 'the hunt', slug)
      .addArgument(new Argument('<phase>', 'its new phase').choices(HuntPhase.options))
      .option('--at <time>', 'with scheduled: when it starts by itself, as 2026-06-01T18:00:00Z')
      .description('schedule, start, pause, resume, close or end a hunt'),
  ).action((name: string, phase: HuntPhase, flags: DoorFlags & { at?: string }) => {
    const data = flags.at === undefined ? { phase } : { phase, startsAt: flags.at };
    return operate(name, { type: 'hunt.phase_changed.v1', data }, flags);
  });
  act('say <text>', 'say something to the players of a hunt')
    .option('--team <team>', 'to this team alone', teamName)
    .action((name: string, text: string, flags: DoorFlags & { team?: string }) => {
      const data = flags.team === undefined ? { text } : { text, to: flags.team };
      return operate(name, { type: 'hunt.broadcast.v1', data }, flags);
    });
  act(
    'points <team> <points> <reason>',
    'grant points, or take them: trove hunt points … -- -5',
  ).action((...words: [string, string, number, string, DoorFlags]) => {
    const [name, team, points, reason, flags] = words;
    const data = { team, points, reason };
    return operate(name, { type: 'points.adjusted.v1', data }, flags);
  });
  addFreeze(act('freeze', 'show players the board as it stands now'), true);
  addFreeze(act('unfreeze', 'let the board move again'), false);
  act('refund <team> <clue> <hint> <reason>', 'give back what a team has paid for a hint').action(
    (...words: [string, string, string, string, string, DoorFlags]) => {
      const [name, team, clue, hint, reason, flags] = words;
      const data = { team, clue, hint, reason };
      return operate(name, { type: 'hint.refunded.v1', data }, flags);
    },
  );
  act('division <team> <division>', 'rank a team in a division, or in none').action(
    (...words: [string, string, string, DoorFlags]) => {
      const [name, team, division, flags] = words;
      const of = division === 'none' ? {} : { division };
      const data = { team, ...of };
      return operate(name, { type: 'team.division_changed.v1', data }, flags);
    },
  );
  addUnlock(act('unlock <clue>', 'let teams try a clue whatever it requires'));
  addRemove(act('remove <team> <member> <reason>', 'send a member of a team away'));
  act('team <team> <status> <reason>', 'make a team playing, hidden or banned').action(
    (...words: [string, string, TeamStatus, string, DoorFlags]) => {
      const [name, team, as, reason, flags] = words;
      const data = { team, as, reason };
      return operate(name, { type: 'team.status_changed.v1', data }, flags);
    },
  );
}

function addArgument(command: Command, name: string): void {
  const [means = '', read = String] = ARGUMENTS[name] ?? [];
  command.argument(name, means, read);
}

function addFreeze(command: Command, isFrozen: boolean): void {
  command.action((name: string, flags: DoorFlags) => {
    return operate(name, { type: 'board.freeze_changed.v1', data: { isFrozen } }, flags);
  });
}

function addRemove(command: Command): void {
  command.action((...words: [string, string, number, string, DoorFlags]) => {
    const [name, team, member, reason, flags] = words;
    const data = { team, member, reason };
    return operate(name, { type: 'team.member_removed.v1', data }, flags);
  });
}

function addUnlock(unlock: Command): void {
  unlock
    .option('--team <team>', 'for this team alone', teamName)
    .action((name: string, clue: string, flags: DoorFlags & { team?: string }) => {
      const { team } = flags;
      const data = { clue, ...(team === undefined ? {} : { team }) };
      return operate(name, { type: 'clue.unlocked.v1', data }, flags);
    });
}

async function operate(name: string, given: Operation, flags: DoorFlags): Promise<void> {
  const read = Operation.safeParse(given);
  if (!read.success) throw new UsageError(faultOf(read.error.issues));
  const operation = read.data;
  const output = createOutput(flags.json === true);
  const client = new DoorClient(await doorOf(flags));
  const reply = await client.operate(name, operation);
  output.result({ slug: name, ...reply }, () => {
    if (reply.status === 'pending') return `${name}: it is in the log and waits to be decided`;
    const { points, score, verdict = '' } = reply;
    return points === undefined ? `${name}: ${verdict}` : `${name}: ${points} points, now ${score}`;
  });
}

/** What is wrong, by the name of what the door calls it. */
function faultOf([issue]: readonly { path: readonly PropertyKey[]; message: string }[]): string {
  return `${String(issue?.path.at(-1))}: ${issue?.message}`;
}

function teamName(text: string): string {
  const team = Name.safeParse(text);
  if (team.success) return team.data;
  throw new InvalidArgumentError('Not a team’s name.');
}

function localId(text: string): string {
  const id = LocalId.safeParse(text);
  if (id.success) return id.data;
  throw new InvalidArgumentError('Not an id of the hunt’s file.');
}

function memberOf(text: string): number {
  const member = MemberNumber.safeParse(Number(text));
  if (member.success) return member.data;
  throw new InvalidArgumentError('Not a member’s number.');
}

function statusOf(text: string): TeamStatus {
  const status = TeamStatus.safeParse(text);
  if (status.success) return status.data;
  throw new InvalidArgumentError(`One of ${TeamStatus.options.join(', ')}.`);
}

function pointsOf(text: string): number {
  const points = Number(text);
  const isGood = Number.isInteger(points) && Math.abs(points) <= OPERATION_LIMITS.points;
  if (isGood && points !== 0) return points;
  const { points: most } = OPERATION_LIMITS;
  throw new InvalidArgumentError(`A whole number from -${most} to ${most} other than 0.`);
}
