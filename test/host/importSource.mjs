import { build } from 'esbuild';

/**
 * Bundles source files of the extension and loads them, which Node cannot do with TypeScript by itself.
 * @param {import('esbuild').BuildOptions} from an entry point, or a text that exports what is needed
 * @returns {Promise<unknown>} what they export
 */
export async function importSource(from) {
  const { outputFiles } = await build({
    ...from,
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}
