/** Options that say what is injected into simulated traffic, and the mix they come to. */
import { type Command, InvalidArgumentError } from 'commander';
import { UsageError } from '../exits.js';
import {
  type InjectedKind,
  injectedShare,
  isMixName,
  KINDS,
  MIXES,
  type Mix,
  type MixName,
  mixOf,
} from '../simulate/mix.js';
import { share } from './options.js';

export type MixFlags = {
  readonly [K in Exclude<InjectedKind, 'retry'>]?: number;
} & { readonly mix?: MixName; readonly duplicates?: number };

const SHARES: readonly (readonly [option: string, says: string])[] = [
  ['duplicates', 'sent again under the same id, at once or after a while'],
  ['malformed', 'broken, so that the door must refuse them'],
  ['altered-payload', 'a known id with other content'],
  ['id-collision', 'a known id used for another intent'],
  ['late', 'with an id older than the dedup window'],
  ['double-tap', 'the same deed a moment later under a new id'],
  ['two-devices', 'the same deed by another player of the team'],
  ['skewed-clock', 'a time that is minutes to hours wrong'],
  ['teleport', 'a place too far away for the time'],
  ['offline-burst', 'queued for minutes and sent at once; nothing is wrong with them'],
];

export function withMix(command: Command): Command {
  command.option('--mix <name>', 'what is injected: default, clean or harsh', mixName);
  for (const [option, says] of SHARES) {
    command.option(`--${option} <share>`, `share of events: ${says}`, share);
  }
  return command;
}

/**
 * Shares change the mix that is named. Where none is, they are all there is; with neither it is
 * the default mix. Throws `UsageError` when they come to more than all.
 */
export function mixOfFlags(flags: MixFlags): Mix {
  const { mix: name, duplicates, ...others } = flags;
  const given = KINDS.map((kind) => [kind, kind === 'retry' ? duplicates : others[kind]] as const);
  const shares = Object.fromEntries(given.filter(([, value]) => value !== undefined));
  const isPlain = Object.keys(shares).length === 0;
  const mix = mixOf(shares, MIXES[name ?? (isPlain ? 'default' : 'clean')]);
  if (injectedShare(mix) > 1) throw new UsageError('the shares of a mix together exceed 1');
  return mix;
}

function mixName(text: string): MixName {
  if (isMixName(text)) return text;
  throw new InvalidArgumentError(`One of ${Object.keys(MIXES).join(', ')}.`);
}
