import { pageWith } from './support/page.js';
import { expect, test } from './support/test.js';

test('a list dragged from the Explorer onto the campaigns opens the page that prepares one', async ({
  workbench,
}) => {
  await workbench.open();
  await workbench.show('Revox');
  await workbench.page.getByRole('button', { name: 'Try with Sample Campaigns' }).click();
  await expect(workbench.tree.item(/, Not launched/).first()).toBeVisible();
  // The last that starting does: it shows the results of a sample, and brings the view to the front.
  await expect(workbench.tree.item(/^Read results of/).first()).toBeVisible();
  await workbench.show('Explorer');
  const { mouse } = workbench.page;
  const file = workbench.explorer.item('call-list.csv').first();
  await file.hover();
  await mouse.down();
  // Held over the icon of a container, a file brings its views to the front.
  const icon = workbench.page.locator('.part.activitybar').getByRole('tab', { name: 'Revox' });
  const box = (await icon.boundingBox())!;
  await mouse.move(box.x + 5, box.y + 5, { steps: 5 });
  await mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
  const target = workbench.tree.item(/, Not launched/).first();
  await target.waitFor();
  const row = (await target.boundingBox())!;
  await mouse.move(row.x + 60, row.y + row.height / 2, { steps: 10 });
  await mouse.up();
  const sheet = await pageWith(workbench, '.sheet');
  await expect(sheet.getByRole('textbox', { name: 'Name' })).toBeVisible();
});
