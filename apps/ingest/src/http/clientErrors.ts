/** Answers what can't be read as a request, of which no route and no hook is asked. */
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { type Problem, problem } from '@trove/contracts';
import type { DoorApp } from '../deps.js';

/** Counts it, answers with a problem where the client still listens, and closes. */
export function answerClientError(
  { metrics }: Pick<DoorApp, 'metrics'>,
  error: Error & { readonly code?: string },
  socket: Socket,
): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const told = problemOf(error.code);
  metrics.countUnattributed(told.code);
  if (socket.writable) socket.write(rawAnswer(told));
  socket.destroy(error);
}

function problemOf(code: string | undefined): Problem {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return problem('too_large', 'the head of the request is too large');
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return problem('malformed', 'the request did not come to its end in time');
  }
  return problem('malformed', 'not a request of HTTP/1.1');
}

function rawAnswer(told: Problem): string {
  const body = JSON.stringify(told);
  return [
    `HTTP/1.1 ${told.status} ${STATUS_CODES[told.status]}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
