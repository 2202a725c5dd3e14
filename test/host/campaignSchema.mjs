// Writes media/campaign.schema.json from the schema that campaign files are read by. A unit test compares the
// two.
import { build } from 'esbuild';
import { writeFileSync } from 'node:fs';
import { format } from 'prettier';

const { outputFiles } = await build({
  entryPoints: ['src/launch/draft/campaignFileSchema.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  write: false,
});
const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
/** @type {unknown} */
const loaded = await import(`data:text/javascript;base64,${code}`);
const { campaignJsonSchema } = /** @type {{campaignJsonSchema: () => object}} */ (loaded);
const place = 'media/campaign.schema.json';
writeFileSync(
  place,
  await format(JSON.stringify(campaignJsonSchema()), { filepath: place, printWidth: 110 }),
);
