import { html, nothing, type TemplateResult } from 'lit';

export interface IconButton {
  /** Name of a codicon. */
  readonly icon: string;
  /** Its accessible name, also shown as a tooltip. */
  readonly label: string;
  readonly run: () => void;
  readonly enabled?: boolean;
  /** The icon twice, close together: further in its direction. */
  readonly doubled?: boolean;
}

/** VS Code's toolbar buttons; the library's own cannot be disabled. */
export function iconButton({
  icon,
  label,
  run,
  enabled = true,
  doubled = false,
}: IconButton): TemplateResult {
  return html`<button
    type="button"
    class="icon-button ${doubled ? 'doubled' : ''}"
    aria-label=${label}
    title=${label}
    aria-disabled=${!enabled}
    @click=${() => {
      if (enabled) run();
    }}
  >
    <span class="codicon codicon-${icon}" aria-hidden="true"></span>${
      doubled ? html`<span class="codicon codicon-${icon}" aria-hidden="true"></span>` : nothing
    }
  </button>`;
}
