// What of the extension reads rows, bundled on its own.
import { build } from 'esbuild';
import { projectRoot } from '../host/projectRoot.mjs';

/**
 * @returns {Promise<typeof import('../../src/api/revoxClient.ts') & typeof
 * import('../../src/core/campaignRows.ts')>}
 */
export async function heavySide() {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        export { RevoxClient } from './src/api/revoxClient.ts';
        export { CampaignRows } from './src/core/campaignRows.ts';`,
      resolveDir: projectRoot,
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    minify: false,
    write: false,
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  /** @type {unknown} */
  const side = await import(`data:text/javascript;base64,${code}`);
  return /** @type {Awaited<ReturnType<typeof heavySide>>} */ (side);
}
