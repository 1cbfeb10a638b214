import { expect, it } from 'vitest';
import { gridMove } from './gridMove';

it('moves inside the grid and never out of it', () => {
  const size = { rows: 3, columns: 4 };
  const move = (key: string, row: number, column: number) => {
    const to = gridMove(key, { row, column }, size);
    return to && [to.row, to.column];
  };
  expect(move('ArrowDown', 0, 1)).toEqual([1, 1]);
  expect(move('ArrowDown', 2, 1)).toEqual([2, 1]);
  expect(move('ArrowUp', 0, 1)).toEqual([0, 1]);
  expect(move('ArrowRight', 1, 3)).toEqual([1, 3]);
  expect(move('ArrowLeft', 1, 1)).toEqual([1, 0]);
  expect(move('Home', 1, 2)).toEqual([1, 0]);
  expect(move('End', 1, 0)).toEqual([1, 3]);
  expect(move('PageDown', 0, 2)).toEqual([2, 2]);
  expect(move('PageUp', 2, 2)).toEqual([0, 2]);
  expect(move('x', 1, 1)).toBeUndefined();
});
