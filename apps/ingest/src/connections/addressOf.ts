/**
 * Whose address a request comes from. `X-Forwarded-For` is believed for as many entries as there
 * are proxies before the door and no further: what a client writes there itself counts nothing.
 */
import type { IncomingMessage } from 'node:http';
import proxyaddr from '@fastify/proxy-addr';
import ipaddr from 'ipaddr.js';

/** Whether the address at so many hops from here is a proxy's; for Fastify's `request.ip` too. */
export function trustProxies(proxies: number): (address: string, hop: number) => boolean {
  return (_address, hop) => hop < proxies;
}

/** The client's address behind so many proxies; empty when the connection is gone already. */
export function createAddressOf(proxies: number): (request: IncomingMessage) => string {
  const isTrusted = trustProxies(proxies);
  return (request) => {
    const { remoteAddress } = request.socket;
    return remoteAddress === undefined ? '' : proxyaddr(request, isTrusted);
  };
}

/** Parts of an IPv6 address that name a network: a client has all the rest to itself. */
const NETWORK_PARTS = 4;

/** What is counted under one key: an IPv4 address, or a whole /64 of IPv6. */
export function addressKey(address: string): string {
  if (!ipaddr.isValid(address)) return address.slice(0, 64);
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  return parsed.parts
    .slice(0, NETWORK_PARTS)
    .map((part) => part.toString(16))
    .join(':');
}
