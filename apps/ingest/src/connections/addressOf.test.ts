import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { addressKey, createAddressOf } from './addressOf.js';

const request = (remoteAddress: string | undefined, forwarded?: string) => {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return { headers, socket: { remoteAddress } } as unknown as IncomingMessage;
};

describe('the address of a request', () => {
  it('SO5 is the connection’s own where no proxy is known, whatever a header says', () => {
    expect(createAddressOf(0)(request('192.0.2.1', '198.51.100.7'))).toBe('192.0.2.1');
  });

  it('SO5 is what the last of the known proxies saw, and not what a client wrote before it', () => {
    const forwarded = '203.0.113.9, 198.51.100.7, 10.0.0.2';
    expect(createAddressOf(1)(request('10.0.0.1', forwarded))).toBe('10.0.0.2');
    expect(createAddressOf(2)(request('10.0.0.1', forwarded))).toBe('198.51.100.7');
  });

  it('is a proxy’s when it forwards nothing, and empty when the connection is gone', () => {
    expect(createAddressOf(2)(request('10.0.0.1'))).toBe('10.0.0.1');
    expect(createAddressOf(1)(request(undefined, '198.51.100.7'))).toBe('');
  });
});

describe('what is counted together', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2'],
    ['2001:db8:1:3::1', '2001:db8:1:3'],
    ['', ''],
  ])('SO5 %s counts as %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
