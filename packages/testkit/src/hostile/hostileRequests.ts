/**
 * Requests of HTTP as bytes on a connection, which no client library would send. Where a proxy and
 * a door might cut them differently, what would then be a second request asks for `SMUGGLED`.
 */
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

export interface HostileRequest {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** An answer that names it was given to a request nobody has sent. */
export const SMUGGLED = '/smuggled';

const BOMB_BYTES = 32 * 1024 * 1024;
const LINE = '\r\n';
const HIDDEN = `GET ${SMUGGLED} HTTP/1.1${LINE}Host: a${LINE}${LINE}`;

/** With a token that may send, so that nothing is refused before its body is looked at. */
export function hostileRequests(token: string): HostileRequest[] {
  return [...smugglers(token), ...bombs(token)];
}

function smugglers(token: string): HostileRequest[] {
  const post = (headers: readonly string[], body: string) => {
    return new TextEncoder().encode(head(token, headers) + body);
  };
  const chunks = `0${LINE}${LINE}${HIDDEN}`;
  const length = `Content-Length: ${chunks.length}`;
  const chunked = 'Transfer-Encoding: chunked';
  return [
    { name: 'a length and chunks', bytes: post([length, chunked], chunks) },
    { name: 'chunks and a length', bytes: post([chunked, length], chunks) },
    { name: 'two lengths', bytes: post(['Content-Length: 0', length], chunks) },
    { name: 'two lengths in one', bytes: post([`${length}, 0`], chunks) },
    { name: 'a length with a sign', bytes: post([`Content-Length: +${chunks.length}`], chunks) },
    { name: 'a negative length', bytes: post(['Content-Length: -1'], HIDDEN) },
    { name: 'a blank before the colon', bytes: post([length, `Transfer-Encoding : x`], chunks) },
    { name: 'chunks that are not last', bytes: post([`${chunked}, identity`, length], chunks) },
    { name: 'chunks by another name', bytes: post(['Transfer-Encoding: xchunked'], chunks) },
    { name: 'a folded header', bytes: post([`X: a${LINE} Transfer-Encoding: chunked`], chunks) },
    { name: 'a chunk of no size', bytes: post([chunked], `zz${LINE}${chunks}`) },
    { name: 'a chunk beyond all', bytes: post([chunked], `${'f'.repeat(17)}${LINE}${chunks}`) },
    { name: 'lines without a return', bytes: post([`${length}\nX: y`], chunks) },
    { name: 'a NUL in a header', bytes: post([length, 'X: a\u0000b'], chunks) },
    { name: 'a head of a megabyte', bytes: post([`X: ${'a'.repeat(1_000_000)}`], '') },
    { name: 'headers without end', bytes: post(Array.from({ length: 20_000 }, nth), '') },
  ];
}

function nth(_: unknown, index: number): string {
  return `X-${index}: 1`;
}

/** Few bytes that would be very many, if anybody unpacked them. */
function bombs(token: string): HostileRequest[] {
  const zeros = new Uint8Array(BOMB_BYTES).fill(0x20);
  const packed = { gzip: gzipSync(zeros), deflate: deflateSync(zeros), br: brotliOf(zeros) };
  const twice = gzipSync(packed.gzip);
  return [...Object.entries(packed), ['gzip, gzip', twice] as const].map(([encoding, body]) => {
    const headers = [`Content-Encoding: ${encoding}`, `Content-Length: ${body.length}`];
    const bytes = Buffer.concat([Buffer.from(head(token, headers)), body]);
    return { name: `a bomb in ${encoding}`, bytes };
  });
}

function brotliOf(bytes: Uint8Array): Uint8Array {
  return brotliCompressSync(bytes);
}

function head(token: string, headers: readonly string[]): string {
  const usual = ['Host: a', `Authorization: Bearer ${token}`, 'Content-Type: application/json'];
  return ['POST /v1/events HTTP/1.1', ...usual, ...headers, '', ''].join(LINE);
}
