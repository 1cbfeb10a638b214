/** How a process calls itself in metrics, in the log's entries and in leases. */
import { hostname } from 'node:os';

/** Longer names of machines are cut: a log entry has a byte for the length of its door's name. */
const HOST_CHARS = 64;

/**
 * App, machine and process id: containers have one process id all of them, and two machines may
 * have the same, so neither is enough by itself.
 */
export function defaultProcessName(app: string): string {
  return `${app}-${hostname().slice(0, HOST_CHARS)}-${process.pid}`;
}
