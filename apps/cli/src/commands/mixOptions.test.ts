import { expect, it } from 'vitest';
import { UsageError } from '../exits.js';
import { MIXES } from '../simulate/mix.js';
import { mixOfFlags } from './mixOptions.js';

it('is the default mix where nothing is said', () => {
  expect(mixOfFlags({})).toEqual(MIXES.default);
});

it('is the mix that is named, with the shares that are given', () => {
  expect(mixOfFlags({ mix: 'harsh' })).toEqual(MIXES.harsh);
  const changed = mixOfFlags({ mix: 'harsh', duplicates: 0, teleport: 0.1 });
  expect(changed).toEqual({ ...MIXES.harsh, retry: 0, teleport: 0.1 });
});

it('is of the shares alone where no mix is named', () => {
  const alone = mixOfFlags({ duplicates: 0.1, malformed: 0.02 });
  expect(alone).toEqual({ ...MIXES.clean, retry: 0.1, malformed: 0.02 });
});

it('refuses more than all', () => {
  expect(() => mixOfFlags({ duplicates: 0.7, late: 0.4 })).toThrow(UsageError);
});
