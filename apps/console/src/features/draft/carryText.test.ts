import { describe, expect, it } from 'vitest';
import { carryText } from './carryText';

const SOURCE = 'trove: 1\ntitle: Harbour\nclues:\n- a\n- b\n';
const written = (text: string) => ({ text, source: SOURCE });

describe('a text that is being written', () => {
  it.each([
    ['above', SOURCE.replace('Harbour', 'Mine'), SOURCE.replace('- b', '- b\n- c')],
    ['below', SOURCE.replace('- b\n', ''), SOURCE.replace('trove: 1', '# Theirs\ntrove: 1')],
  ])('goes together with a change of other lines, %s them', (_, mine, theirs) => {
    const carried = carryText(written(mine), theirs);
    expect(carried).toEqual({ source: theirs, text: expect.any(String) });
    const all = [mine, theirs].flatMap((text) => text.split('\n'));
    const added = all.filter((line) => !SOURCE.split('\n').includes(line));
    expect(carried?.text.split('\n')).toEqual(expect.arrayContaining(added));
    expect(carried?.text.includes('- b\n')).toBe(mine.includes('- b\n'));
  });

  it('stays as it is where the same line was changed, or one beside it', () => {
    const mine = written(SOURCE.replace('Harbour', 'Mine'));
    expect(carryText(mine, SOURCE.replace('Harbour', 'Theirs'))).toBe(mine);
    expect(carryText(mine, SOURCE.replace('trove: 1', 'trove: 2'))).toBe(mine);
  });

  it('stays on a source that is the same', () => {
    const mine = written(SOURCE.replace('Harbour', 'Mine'));
    expect(carryText(mine, SOURCE)).toEqual(mine);
  });

  it('is done once the file is that text', () => {
    expect(carryText(written('title: Mine'), 'title: Mine')).toBeUndefined();
    expect(carryText(undefined, SOURCE)).toBeUndefined();
  });
});
