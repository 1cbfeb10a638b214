import { checkPlayEvent, EventTypeDefinition, HuntDefinition } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { MIXES } from './mix.js';
import { ownDeed } from './ownEvents.js';
import { Playbook } from './playbook.js';
import { Random } from './random.js';

const LAMP = EventTypeDefinition.parse({
  type: 'custom.lamp.lit.v1',
  fields: [
    { name: 'colour', kind: 'one_of', oneOf: ['red', 'green'] },
    { name: 'wishes', kind: 'integer', min: 3, max: 5 },
    { name: 'height', kind: 'number', min: 2_000_000 },
    { name: 'word', kind: 'text', min: 2, max: 4 },
    { name: 'isWet', kind: 'boolean', required: false },
  ],
});

describe('events of a hunt’s own', () => {
  it('have every field that is needed, each as it is allowed', () => {
    const random = new Random(7);
    for (let i = 0; i < 500; i += 1) {
      const { type, data } = ownDeed([LAMP], random);
      expect(type).toBe('custom.lamp.lit.v1');
      expect(['red', 'green']).toContain(data['colour']);
      expect([3, 4, 5]).toContain(data['wishes']);
      expect(data['height']).toBeGreaterThanOrEqual(2_000_000);
      expect(String(data['word'])).toMatch(/^[a-z]{2,4}$/);
      expect(['undefined', 'boolean']).toContain(typeof data['isWet']);
    }
  });

  it('are a share of what a clean crowd sends where the hunt has some, and none elsewhere', () => {
    const clues = [{ id: 'a', title: 'A', points: 1, find: { code: 'AAAA' } }];
    const head = { trove: 1, slug: 'h', title: 'H', clues };
    const typesOf = (more: object) => {
      const definition = HuntDefinition.parse({ ...head, ...more });
      const options = { definition, seed: 3, players: 6, mix: MIXES.clean, stepsToClue: 4 };
      const playbook = new Playbook(options);
      const sent = Array.from({ length: 2_000 }, (_, i) => playbook.next(1_000_000 + i * 10));
      for (const { event } of sent.flat()) expect(checkPlayEvent(event).isGood).toBe(true);
      return sent.flat().filter(({ event }) => event.type.startsWith('custom.')).length;
    };
    expect(typesOf({})).toBe(0);
    expect(typesOf({ eventTypes: [LAMP] })).toBeGreaterThan(50);
  });
});
