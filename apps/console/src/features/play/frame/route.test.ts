import { expect, it } from 'vitest';
import { hrefOf, type Route, readRoute } from './route';

it('reads back every address it writes', () => {
  const routes: Route[] = [
    { screen: 'clues' },
    { screen: 'map' },
    { screen: 'sent' },
    { screen: 'clue', clue: 'old.pier-2' },
  ];
  for (const route of routes) expect(readRoute(hrefOf(route))).toEqual(route);
});

it('leads from anything else to the clues', () => {
  for (const hash of ['', '#/', '#/nowhere', '#code=SEA-1', '#/clue/']) {
    expect(readRoute(hash)).toEqual({ screen: 'clues' });
  }
});
