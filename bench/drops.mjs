/**
 * Players whose connections drop while their teams' results flow, on a private installation. Every
 * socket is cut without a last word every few seconds and comes back a little later, naming the
 * last place it has had. At the end each must have had every result of its team, or have been told
 * to take a snapshot. Ends with 1 when any result is missing. After a build, with these defaults:
 *
 *   node bench/drops.mjs --sockets 2000 --minutes 2 --every 10 --away 2 --rate 200 --json
 */
import { availableParallelism, loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { setTimeout as after } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createSource } from '@trove/player-sdk';
import { readResident } from '../apps/cli/dist/bench/cpuTimes.js';
import { quantilesOf } from '../apps/cli/dist/bench/quantiles.js';
import { heldTeam, playerTokens } from '../apps/cli/dist/bench/sockets/playerTokens.js';
import { startStack } from '../apps/cli/dist/bench/startStack.js';
import { DroppedPlayer } from './droppedPlayer.mjs';

const PER_TEAM = 4;
const OPEN_AT_ONCE = 50;
const SAMPLE_MS = 1_000;
/** How long what is under way may take at the end. */
const SETTLE_MS = 60_000;

const { values } = parseArgs({
  options: {
    sockets: { type: 'string', default: '2000' },
    minutes: { type: 'string', default: '2' },
    every: { type: 'string', default: '10' },
    away: { type: 'string', default: '2' },
    rate: { type: 'string', default: '200' },
    json: { type: 'boolean', default: false },
  },
});
const sockets = Number(values.sockets);
const spanMs = Number(values.minutes) * 60_000;
const everyMs = Number(values.every) * 1_000;
const awayMs = Number(values.away) * 1_000;
const rate = Number(values.rate);
const teams = Math.ceil(sockets / PER_TEAM);

async function openPlayers(stack, hunt) {
  const { secret, url } = stack;
  const tokens = await playerTokens({ secret, hunt, players: sockets, perTeam: PER_TEAM });
  const players = tokens.map(({ token }, number) => {
    return new DroppedPlayer({ url, token, team: heldTeam(Math.floor(number / PER_TEAM)) });
  });
  for (let from = 0; from < players.length; from += OPEN_AT_ONCE) {
    await Promise.all(players.slice(from, from + OPEN_AT_ONCE).map((one) => one.connected()));
  }
  return players;
}

/** Each at its own moment of the cycle, so that some are always away. */
async function dropAll(players, endMs) {
  const dropping = players.map(async (player, number) => {
    await after((number / players.length) * everyMs);
    while (performance.now() + awayMs < endMs) {
      player.cut();
      await after(awayMs);
      await player.connected();
      await after(everyMs - awayMs);
    }
  });
  await Promise.all(dropping);
}

/** Events for one team after the other, at a rate; what each led to, by the server's own word. */
async function playAll(source, hunt, { endMs, truth }) {
  const fromMs = performance.now();
  let sent = 0;
  while (performance.now() < endMs) {
    const due = Math.floor(((performance.now() - fromMs) * rate) / 1_000);
    const events = Array.from({ length: due - sent }, (_, i) => {
      const team = heldTeam((sent + i) % teams);
      const who = { hunt, player: `${team}-mover`, team };
      const time = new Date().toISOString();
      return { id: source.makeId(), type: 'code.scanned.v1', time, ...who, data: { code: 'NO' } };
    });
    if (events.length > 0 && source.send(events) === 'queued') sent += events.length;
    await after(20);
  }
  await until(() => source.pending === 0 && truth.size === sent);
  return sent;
}

async function until(isSo) {
  const endMs = performance.now() + SETTLE_MS;
  while (!isSo() && performance.now() < endMs) await after(50);
}

/** The results that the server pushed to the source that sent the events: all there are. */
function listen(source) {
  const truth = new Map();
  source.on('results', ({ results }) => {
    for (const { position, team } of results) truth.set(position, team);
  });
  source.on('gap', () => {
    throw new Error('the source itself missed results: there is nothing to compare with');
  });
  return truth;
}

function positionsByTeam(truth) {
  const byTeam = new Map();
  for (const [position, team] of truth) {
    const known = byTeam.get(team);
    if (known === undefined) byTeam.set(team, [position]);
    else known.push(position);
  }
  return byTeam;
}

function judge(players, byTeam) {
  const sum = { expected: 0, delivered: 0, snapshots: 0, inSnapshots: 0, missing: 0, again: 0 };
  const resumes = [];
  let drops = 0;
  let refused = 0;
  for (const player of players) {
    const found = player.judge(byTeam.get(player.team) ?? []);
    for (const name of Object.keys(sum)) sum[name] += found[name];
    resumes.push(...player.resumedMs);
    drops += player.drops;
    refused += player.refused;
  }
  const { p50Ms, p99Ms, maxMs } = quantilesOf(Float64Array.from(resumes));
  const deliveredShare = sum.expected === 0 ? 1 : (sum.expected - sum.missing) / sum.expected;
  return { drops, refused, ...sum, deliveredShare, resumeMs: { p50Ms, p99Ms, maxMs } };
}

async function run() {
  const stack = await startStack('disk');
  const [hunt] = stack.hunts;
  const source = createSource({ url: stack.url, ...stack.sources[0] });
  let doorMb = 0;
  const sample = async () => {
    doorMb = Math.max(doorMb, Math.round((await readResident(stack.pids.ingest)) / 1e6));
  };
  const sampling = setInterval(() => void sample(), SAMPLE_MS);
  try {
    const truth = listen(source);
    const players = await openPlayers(stack, hunt);
    const endMs = performance.now() + spanMs;
    const [events] = await Promise.all([
      playAll(source, hunt, { endMs, truth }),
      dropAll(players, endMs),
    ]);
    const byTeam = positionsByTeam(truth);
    await until(() => players.every((one) => one.judge(byTeam.get(one.team) ?? []).missing === 0));
    const report = { sockets, minutes: spanMs / 60_000, events, ...judge(players, byTeam), doorMb };
    for (const player of players) player.close();
    return report;
  } finally {
    clearInterval(sampling);
    source.close();
    await stack.stop();
  }
}

function text(report) {
  const { drops, events, expected, delivered, snapshots, inSnapshots, missing, again } = report;
  const { p50Ms, p99Ms, maxMs } = report.resumeMs;
  return [
    `${sockets} sockets, each away for ${awayMs} ms every ${everyMs} ms, ${report.minutes} minutes`,
    `${events} events, ${drops} drops, ${report.refused} tries to come back refused`,
    `${expected} results due: ${delivered} delivered, ${inSnapshots} in ${snapshots} snapshots,`,
    `${missing} missing; ${again} pushed more than once`,
    `back and welcomed: p50 ${p50Ms} ms, p99 ${p99Ms} ms, most ${maxMs} ms`,
    `most memory of the door ${report.doorMb} MB`,
    `load ${loadavg()[0].toFixed(1)} on ${availableParallelism()} processors`,
  ].join('\n');
}

const report = await run();
console.log(values.json ? JSON.stringify(report) : text(report));
process.exitCode = report.missing === 0 && report.expected > 0 ? 0 : 1;
