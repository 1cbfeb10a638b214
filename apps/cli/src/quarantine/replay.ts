/** `trove quarantine replay`: one event, as it came or as a file has repaired it. */
import { readFile } from 'node:fs/promises';
import { text as readText } from 'node:stream/consumers';
import { quarantineReads } from '@trove/db';
import {
  foretell,
  type RepairDeps,
  readReplay,
  replayOne,
  wordsOfForeseen,
  wordsOfResult,
  wordsOfTaken,
} from '@trove/repairs';
import type { ReplayFlags } from '../commands/quarantineCommand.js';
import { EXIT, UsageError } from '../exits.js';
import { createOutput } from '../output.js';
import { withServers } from '../servers/openServers.js';

interface Told {
  readonly isDone: boolean;
  readonly says: string;
  readonly value: object;
}

export async function replay(place: string, flags: ReplayFlags): Promise<void> {
  const text = await textOf(flags.file);
  const told = await withServers(flags, (deps) => tell(deps, { place, text, flags }));
  const { isDone, says, value } = told;
  createOutput(flags.json === true).result({ isDone, says, ...value }, () => says);
  if (!isDone) process.exitCode = EXIT.failed;
}

interface Order {
  readonly place: string;
  readonly text: string | undefined;
  readonly flags: ReplayFlags;
}

async function tell(deps: RepairDeps, { place, text, flags }: Order): Promise<Told> {
  const [stream = '', streamId = ''] = place.split(':');
  const entry = await quarantineReads(deps.db).get({ stream, streamId });
  if (entry === undefined) throw new UsageError(`there is no entry at ${place}`);
  const allowsClosed = flags.allowClosed === true;
  const reading = await readReplay(deps, { entry, text, allowsClosed });
  if (!reading.isGood) return { isDone: false, says: reading.says, value: { path: reading.path } };
  const { prospect, otherVersion } = reading;
  if (flags.preview === true) {
    const preview = await foretell(deps, reading.replay);
    const says = wordsOfForeseen({ prospect, preview, otherVersion });
    return { isDone: true, says, value: { prospect, preview } };
  }
  const reply = await replayOne(deps, { entry, replay: reading.replay, by: flags.by });
  if (reply.is === 'taken') return { isDone: false, says: wordsOfTaken(reply.entry), value: {} };
  return { isDone: true, says: wordsOfResult(reply.result), value: { result: reply.result } };
}

async function textOf(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined;
  if (file === '-') return await readText(process.stdin);
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new UsageError(`${file} can't be read`, { cause });
  }
}
