export interface PageFiles {
  readonly title: string;
  readonly script: string;
  readonly style: string;
  /** Codicons, which VS Code's elements look for by the id of their link. */
  readonly icons: string;
  /** The CSP source of the webview's own origin. */
  readonly cspSource: string;
  /** From a cryptographic source, new for every page. */
  readonly nonce: string;
  /** The one origin that may be played from, once a person pressed play. */
  readonly mediaOrigin?: string | undefined;
  /** The page draws its own pictures, which it makes in memory. No picture from elsewhere is ever loaded. */
  readonly makesPictures?: boolean | undefined;
}

/** An address of a host may hold `;`, which would end the directive. */
const plainOrigin = /^https?:\/\/(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d+)?$/;

/**
 * The document of a page: a shell that may load its own files and nothing else. Data comes by message only.
 */
export function pageHtml(files: PageFiles): string {
  const { title, script, style, icons, cspSource, nonce, mediaOrigin, makesPictures = false } = files;
  const policy = [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    `font-src ${cspSource}`,
    ...(mediaOrigin === undefined || !plainOrigin.test(mediaOrigin) ? [] : [`media-src ${mediaOrigin}`]),
    ...(makesPictures ? ['img-src blob:'] : []),
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<link rel="stylesheet" id="vscode-codicon-stylesheet" href="${escapeAttribute(icons)}">
<link rel="stylesheet" href="${escapeAttribute(style)}">
<title>${escapeAttribute(title)}</title>
</head>
<body>
<div id="page"></div>
<script type="module" nonce="${nonce}" src="${escapeAttribute(script)}"></script>
</body>
</html>`;
}

function escapeAttribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
