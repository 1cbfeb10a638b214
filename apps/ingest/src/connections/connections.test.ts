import { describe, expect, it } from 'vitest';
import { DOOR_LIMITS, DOOR_RATES } from '../limits.js';
import { Connections } from './connections.js';

const NOW = 1_764_150_000_000;

describe('connections', () => {
  it('SO6 of one address are bound, and those of others are not', () => {
    const connections = new Connections({ sockets: 10, socketsPerAddress: 2 }, () => 0);
    expect(connections.take('a', NOW)).toBeUndefined();
    expect(connections.take('a', NOW)).toBeUndefined();
    const refused = connections.take('a', NOW);
    expect(refused).toMatchObject({
      refusal: 'address_full',
      problem: { code: 'rate_limited', status: 429, retryAfterMs: DOOR_LIMITS.retryAfterMaxMs },
    });
    expect(connections.take('b', NOW)).toBeUndefined();
    connections.leave('a');
    expect(connections.take('a', NOW)).toBeUndefined();
    expect(connections.open).toBe(3);
  });

  it('SO6 of one door are bound', () => {
    const connections = new Connections({ sockets: 2, socketsPerAddress: 2 }, () => 0);
    connections.take('a', NOW);
    connections.take('b', NOW);
    expect(connections.take('c', NOW)).toMatchObject({
      refusal: 'door_full',
      problem: { code: 'busy', status: 503 },
    });
    expect(connections.refused.get('door_full')).toBe(1);
  });

  it('SO6 that have not said who they are are bound, however many addresses they have', () => {
    let joined = 0;
    const most = DOOR_LIMITS.halfOpenSockets;
    const connections = new Connections({ sockets: 2 * most, socketsPerAddress: 1 }, () => joined);
    for (let i = 0; i < most; i += 1) {
      expect(connections.take(`address ${i}`, NOW)).toBeUndefined();
    }
    expect(connections.take('late', NOW)).toMatchObject({ refusal: 'half_open' });
    joined = 1;
    expect(connections.take('late', NOW)).toBeUndefined();
  });

  it('SO6 come at a rate by address, with a time to come again', () => {
    const { burst, perSecond } = DOOR_RATES.connections;
    const limits = { sockets: 10, socketsPerAddress: 10 };
    const connections = new Connections(limits, () => 0);
    for (let i = 0; i < burst; i += 1) {
      expect(connections.take('a', NOW)).toBeUndefined();
      connections.leave('a');
    }
    expect(connections.take('a', NOW)).toMatchObject({
      refusal: 'address_rate',
      problem: { code: 'rate_limited', retryAfterMs: Math.ceil(1_000 / perSecond) },
    });
    expect(connections.take('b', NOW)).toBeUndefined();
  });

  it('are refused once the door closes', () => {
    const connections = new Connections({ sockets: 2, socketsPerAddress: 2 }, () => 0);
    connections.close();
    expect(connections.take('a', NOW)).toMatchObject({ refusal: 'closing' });
  });
});
