/** Processor time of other processes, from /proc. On systems without it there are no figures. */
import { readFile } from 'node:fs/promises';
import type { BesideMicros, CpuMicros, Stack } from './shapes.js';

/** Linux counts in hundredths of a second on every platform Node runs on. */
const MICROS_PER_TICK = 10_000;
/** Places of utime and stime behind the name, which may itself hold spaces and brackets. */
const UTIME = 11;
const STIME = 12;

/** User and system time in microseconds out of the text of /proc/<pid>/stat. */
export function cpuMicrosIn(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[UTIME]) + Number(fields[STIME])) * MICROS_PER_TICK;
}

/** Resident memory in bytes out of the text of /proc/<pid>/status. */
export function residentBytesIn(status: string): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1_024;
}

export type AllMicros = CpuMicros & BesideMicros;

export async function readCpu(pids: Stack['pids']): Promise<AllMicros> {
  const [ingest, worker, redis, console, postmaster, connections, archive] = await Promise.all([
    cpuOf(pids.ingest),
    cpuOf(pids.worker),
    cpuOf(pids.redis),
    cpuOf(pids.console),
    cpuOf(pids.postgres),
    cpuOfChildren(pids.postgres),
    cpuOfChildren(pids.worker),
  ]);
  return { ingest, worker, redis, console, postgres: postmaster + connections, archive };
}

async function cpuOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  return stat === undefined ? Number.NaN : cpuMicrosIn(stat);
}

/** A child that ends in between takes its time with it, as a connection of PostgreSQL does. */
async function cpuOfChildren(pid: number): Promise<number> {
  const path = `/proc/${pid}/task/${pid}/children`;
  const children = await readFile(path, 'utf8').catch(() => '');
  const times = await Promise.all(children.split(' ').filter(Boolean).map(Number).map(cpuOf));
  return times.reduce((sum, micros) => sum + (Number.isNaN(micros) ? 0 : micros), 0);
}

export async function readResident(pid: number): Promise<number> {
  return residentBytesIn(await readFile(`/proc/${pid}/status`, 'utf8').catch(() => ''));
}

/** Microseconds for each event between two readings. */
export function cpuPerEvent(from: AllMicros, to: AllMicros, events: number): AllMicros {
  const per = (name: keyof AllMicros) => Math.round(((to[name] - from[name]) / events) * 100) / 100;
  return {
    ingest: per('ingest'),
    worker: per('worker'),
    redis: per('redis'),
    console: per('console'),
    postgres: per('postgres'),
    archive: per('archive'),
  };
}
