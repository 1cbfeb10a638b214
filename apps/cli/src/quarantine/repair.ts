/** `trove quarantine repair`: a repair of many, shown without effect or started as a run. */
import { type RepairPlan, type RepairPreview, readRepairPlan } from '@trove/core';
import {
  type Foretold,
  foretellFirst,
  previewRepair,
  startRepair,
  wordsOfForetold,
  wordsOfStart,
} from '@trove/repairs';
import type { RepairFlags } from '../commands/quarantineCommand.js';
import { EXIT, UsageError } from '../exits.js';
import { createOutput } from '../output.js';
import { withServers } from '../servers/openServers.js';
import { filterOf } from './filterOf.js';

export async function repair(flags: RepairFlags): Promise<void> {
  const reading = readRepairPlan(flags.when, flags.patch);
  if (!reading.isGood) throw new UsageError(reading.says);
  await (flags.start === true ? start(flags) : preview(flags, reading.plan));
}

async function preview(flags: RepairFlags, plan: RepairPlan): Promise<void> {
  const allowsClosed = flags.allowClosed === true;
  const question = { filter: filterOf(flags), plan, allowsClosed };
  const shown = await withServers(flags, async (deps) => {
    const { preview: summary, isCut, first } = await previewRepair(deps, question);
    return { preview: summary, isCut, foretold: await foretellFirst(deps, first) };
  });
  createOutput(flags.json === true).result(shown, () => {
    return [textOf(shown.preview), ...shown.foretold.map(lineOf)].join('\n');
  });
}

async function start(flags: RepairFlags): Promise<void> {
  const { by, when: condition, patch, rate, confirm: confirmed } = flags;
  const allowsClosed = flags.allowClosed === true;
  const order = { by, filter: filterOf(flags), condition, patch, rate, allowsClosed, confirmed };
  const reply = await withServers(flags, (deps) => startRepair(deps, order));
  createOutput(flags.json === true).result(reply, () => {
    return reply.is === 'started' ? `${wordsOfStart(reply)} (${reply.run})` : wordsOfStart(reply);
  });
  if (reply.is !== 'started') process.exitCode = EXIT.failed;
}

function lineOf(one: Foretold): string {
  return `  ${one.eventId} of ${one.team} would ${wordsOfForetold(one)}`;
}

function textOf({ looked, matched, sent, stays, held, prospects, reasons }: RepairPreview): string {
  const lines = [
    `${matched} of ${looked} match: ${sent} would be replayed, ${stays} stay, ${held} are held`,
    ...Object.entries(prospects)
      .filter(([, count]) => count > 0)
      .map(([prospect, count]) => `  ${count} ${prospect.replaceAll('_', ' ')}`),
    ...reasons.map(({ says, count }) => `  ${count} stay: ${says}`),
  ];
  return lines.join('\n');
}
