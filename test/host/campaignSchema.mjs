// Writes media/campaign.schema.json from the schema that campaign files are read by. A unit test compares the
// two.
import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { importSource } from './importSource.mjs';

const loaded = await importSource({ entryPoints: ['src/launch/draft/campaignFileSchema.ts'] });
const { campaignJsonSchema } = /** @type {{campaignJsonSchema: () => object}} */ (loaded);
const place = 'media/campaign.schema.json';
writeFileSync(
  place,
  await format(JSON.stringify(campaignJsonSchema()), { filepath: place, printWidth: 110 }),
);
