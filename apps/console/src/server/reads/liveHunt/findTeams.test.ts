import { describe, expect, it } from 'vitest';
import { findTeams } from './findTeams';

const TEAMS = ['herons', 'red-foxes', 'team-1f', 'team-2e', 'team-3d', 'bahnhofstrasse'];
const OUTLINES = new Map([
  ['herons', { name: undefined }],
  ['red-foxes', { name: 'Red Foxes' }],
  ['team-1f', { name: 'Совы' }],
  ['team-2e', { name: '夜のフクロウ' }],
  ['team-3d', { name: 'The Möwen' }],
  ['bahnhofstrasse', { name: 'Bahnhofstraße' }],
]);
const found = (find: string) => findTeams(TEAMS, OUTLINES, find);

describe('findTeams', () => {
  it('looks in the name that is shown, where words stand apart', () => {
    expect(found('red f')).toEqual(['red-foxes']);
    expect(found('FOX')).toEqual(['red-foxes']);
  });

  it('looks in the id, also of a team without a name', () => {
    expect(found('red-f')).toEqual(['red-foxes']);
    expect(found('heron')).toEqual(['herons']);
    expect(found('team-')).toEqual(['team-1f', 'team-2e', 'team-3d']);
  });

  it('looks in names of every script, whatever their case', () => {
    expect(found('сОвЫ')).toEqual(['team-1f']);
    expect(found('フクロウ')).toEqual(['team-2e']);
    expect(found('ﾌｸﾛｳ')).toEqual(['team-2e']);
  });

  it('takes letters with accents for those without, both ways', () => {
    expect(found('mowen')).toEqual(['team-3d']);
    expect(found('the mo\u0308w')).toEqual(['team-3d']);
    expect(found('héron')).toEqual(['herons']);
    expect(found('hofstrasse')).toEqual(found('hofstraße'));
  });

  it('finds nobody by what nobody is called', () => {
    expect(found('owls')).toEqual([]);
  });
});
