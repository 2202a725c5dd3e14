import { expect, type FrameLocator } from '@playwright/test';

/**
 * Chooses the assistant on the launch sheet, and waits until the sheet shows what follows from it: the
 * variables appear above the later fields and move them, so that a click would miss.
 */
export async function chooseAssistant(view: FrameLocator, name: RegExp): Promise<void> {
  const assistant = view.getByRole('combobox', { name: 'Assistant' });
  await expect(async () => {
    // the list of assistants is drawn again when the server has answered
    await assistant.click({ timeout: 5_000 });
    await view.getByRole('option', { name }).first().click({ timeout: 5_000 });
    await expect(assistant).toHaveValue(name, { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await expect(view.locator('.first-sentence')).toBeVisible();
}

/** Chooses one of several, and sees that it is chosen. */
export async function chooseRadio(view: FrameLocator, name: RegExp): Promise<void> {
  const radio = view.getByRole('radio', { name });
  await expect(async () => {
    // a field that appears above it moves it between pressing and releasing
    await radio.check({ timeout: 5_000 });
    await expect(radio).toBeChecked({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
}
