/** Focuses the cell that is in the tab order. */
export function focusActive(): void {
  focusOn('td[tabindex="0"]');
}

/** Above the first row is the header: the handle at its edge changes the width of the column. */
export function focusHandle(): void {
  focusOn('.resizer[tabindex="0"]');
}

function focusOn(selector: string): void {
  const element = document.querySelector<HTMLElement>(selector);
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
