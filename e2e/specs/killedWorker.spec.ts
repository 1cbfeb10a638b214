/** A worker that dies shows on the charts at once, and they recover when it is back. */
import { killApp } from '../fixtures/processes.js';
import { expect, test } from '../fixtures/trove.js';

test('the overview says within two seconds that no worker runs, and recovers', async ({ page }) => {
  await page.goto('/');
  const live = page.getByText('● live', { exact: true });
  await expect(live).toBeVisible();
  killApp('worker');
  const said = page.getByText(/No worker is running/).first();
  await expect(said).toBeVisible({ timeout: 2_000 });
  await expect(live).toBeVisible({ timeout: 30_000 });
});
