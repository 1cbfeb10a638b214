/** What was published a moment ago is known to all who ask for it at once. */
import type { LiveHunt } from '@trove/contracts';
import type { HuntDirectory } from '@trove/streams';
import { expect, it } from 'vitest';
import { HuntsView } from './huntsView.js';

const hunt = (version: number, types: readonly string[] = []) =>
  ({ slug: 'night', version, eventTypes: types.map((type) => ({ type })) }) as unknown as LiveHunt;

/** A view of a directory whose answers the test gives, one after another. */
function viewOf() {
  const open: { give: (live: LiveHunt | undefined) => void }[] = [];
  const lists: { give: (list: LiveHunt[]) => void }[] = [];
  const directory = {
    get: () => new Promise((give) => open.push({ give })),
    list: () => new Promise((give) => lists.push({ give })),
  } as unknown as HuntDirectory;
  const view = new HuntsView(directory, () => undefined);
  return { view, open, lists };
}

it('lets everybody wait for a look-up that is under way', async () => {
  const { view, open } = viewOf();
  const asked = [view.ensure(['night'], 0), view.ensure(['night'], 0)];
  expect(open).toHaveLength(1);
  open[0]?.give(hunt(1));
  await Promise.all(asked);
  expect(view.get('night')?.version).toBe(1);
});

it('asks again for a type of a hunt, and not at once where it was not there', async () => {
  const { view, open } = viewOf();
  view.put(hunt(1));
  const wanted = [{ hunt: 'night', type: 'custom.wave.v1' }];
  const asked = view.ensureTypes(wanted, 0);
  open[0]?.give(hunt(1));
  await asked;
  await view.ensureTypes(wanted, 500);
  expect(open).toHaveLength(1);
  const again = view.ensureTypes(wanted, 1_000);
  open[1]?.give(hunt(2, ['custom.wave.v1']));
  await again;
  expect(view.get('night')?.version).toBe(2);
});

it('puts no older version over a newer one', async () => {
  const { view, lists } = viewOf();
  const started = view.start();
  view.put(hunt(2));
  lists[0]?.give([hunt(1)]);
  await started;
  view.put(hunt(1));
  expect(view.get('night')?.version).toBe(2);
  view.close();
});
