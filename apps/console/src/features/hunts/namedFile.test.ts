import { expect, it } from 'vitest';
import { namedFile } from './namedFile';

it('tells what a file calls its hunt', async () => {
  const text = "trove: 1\ntitle: 'The old: pier' # for players\nslug: old-pier\n";
  const named = { fileName: 'pier.yaml', text, title: 'The old: pier', slug: 'old-pier' };
  expect(await namedFile('pier.yaml', text)).toEqual(named);
  const unnamed = { title: '', slug: '' };
  expect(await namedFile('a.yaml', 'trove: 1\nslug: 7\n')).toMatchObject(unnamed);
});

it.each(['', 'just words', '- a list', 'clues: ['])('does not take %j for one', async (text) => {
  expect(await namedFile('a.yaml', text)).toBeUndefined();
});
