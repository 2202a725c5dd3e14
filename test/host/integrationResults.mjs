import { join } from 'node:path';
import { projectRoot } from './projectRoot.mjs';

/** Where test/integration/run.ts writes its totals. */
export const integrationResults = join(projectRoot, 'out', 'results', 'integration.json');
