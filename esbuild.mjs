// Builds everything that runs: the extension with its sandbox, the web pages and the tests.
//   node esbuild.mjs [--production] [--watch] [--quiet] [--only=NAME,NAME], with names of `targets` below
import { build, context } from 'esbuild';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';

const args = process.argv.slice(2);
const production = args.includes('--production');
const quiet = args.includes('--quiet');
const only = args
  .find((arg) => arg.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');

/** @param {string} folder @param {string} suffix @returns {string[]} */
function filesBelow(folder, suffix) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(suffix))
    .map((name) => join(folder, name))
    .sort();
}

/** One bundle that imports every test file below a folder: no list of tests to keep by hand. */
function suite(/** @type {string} */ folder) {
  return {
    contents: filesBelow(folder, '.test.ts')
      .map((file) => `import './${file.replaceAll('\\', '/')}';`)
      .join('\n'),
    resolveDir: '.',
    sourcefile: `${folder}/all.ts`,
    loader: /** @type {const} */ ('ts'),
  };
}

/**
 * The same for several processes, each of which takes the next file that no other has taken; see
 * test/host/mochaWorker.mjs. Loaded by mocha itself, the bundle loads all files.
 */
function sharedSuite(/** @type {string} */ folder, /** @type {string[]} */ before = []) {
  const { contents, ...rest } = suite(folder);
  return {
    ...rest,
    contents: `${before.map((file) => `import './${file}';`).join('\n')}
export const files = {\n${contents.replaceAll(/import ('.*');/g, '$1: () => import($1),')}\n};
if (process.env.REVOX_TEST_WORKER === undefined) for (const load of Object.values(files)) await load();`,
  };
}

/** What VS Code calls: run(), which imports every test file once mocha's globals are there. */
function integrationSuite(/** @type {string} */ folder) {
  const { contents, ...rest } = suite(folder);
  return {
    ...rest,
    contents: `import { runSuite } from './${folder}/run.ts';
export const run = () => runSuite(async () => {\n${contents.replaceAll(/import ('.*');/g, 'await import($1);')}\n});`,
  };
}

// esbuild takes \p{…} for too new for every Node and Chromium, and would compile such a pattern again each
// time it is asked.
const supported = /** @type {const} */ ({ 'regexp-unicode-property-escapes': true });

const node = /** @type {const} */ ({
  platform: 'node',
  target: 'node20',
  supported,
  bundle: true,
  // the words of many languages are shorter as they are than as escapes; Node reads modules as UTF-8
  charset: 'utf8',
  sourcemap: !production,
  // its main file is a format that a bundler cannot follow
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
});
// A CommonJS package inside an ES module bundle may still call require() for Node's own modules.
const requireShim = {
  js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
};

/**
 * Each file appears whole: two checks that start at once build the same one, and run it.
 * @type {import('esbuild').Plugin}
 */
const wholeFiles = {
  name: 'whole files',
  setup(build) {
    build.initialOptions.write = false;
    build.onEnd(({ outputFiles = [] }) => {
      for (const { path, contents } of outputFiles) {
        const written = `${path}.${process.pid}`;
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(written, contents);
        renameSync(written, path);
      }
    });
  },
};

/** Modules in these folders that are imported dynamically are loaded together; others, one by one. */
const loadedTogether = {
  lists: /^src[\\/](callList|dialing|editor)[\\/]/,
  launches: /^src[\\/](launch|sending)[\\/]/,
  insights: /^src[\\/]insights[\\/]/,
  commands: /^src[\\/]commands[\\/]/,
  pages: /^src[\\/]panels[\\/](rows|transcript|report)[\\/]/,
};

/**
 * One chunk for what is needed together: `import('./a.ts')` becomes `import('group').then(({ a }) => a)`.
 * VS Code finds and reads each chunk by itself. For a hundred small ones that takes longer than running them.
 * @type {import('esbuild').Plugin}
 */
const groupedImports = {
  name: 'grouped imports',
  setup(build) {
    const pattern = /\bimport\('(\.[^']+\.ts)'\)/g;
    /** @param {string} file */
    const groupOf = (file) =>
      Object.entries(loadedTogether).find(([, folders]) => folders.test(relative('.', file)))?.[0];
    /** @type {Map<string, Set<string>>} */
    const groups = new Map();
    build.onStart(() => {
      groups.clear();
      for (const importer of filesBelow('src', '.ts')) {
        for (const [, path = ''] of readFileSync(importer, 'utf8').matchAll(pattern)) {
          const file = resolve(dirname(importer), path);
          const group = groupOf(file);
          if (group !== undefined) groups.set(group, (groups.get(group) ?? new Set()).add(file));
        }
      }
    });
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path: importer }) => {
      const code = readFileSync(importer, 'utf8');
      const grouped = code.replaceAll(pattern, (whole, /** @type {string} */ path) => {
        const file = resolve(dirname(importer), path);
        const group = groupOf(file);
        // two files never have one name (npm run structure)
        return group === undefined
          ? whole
          : `import('group:${group}').then((group) => group.${basename(file, '.ts')})`;
      });
      return grouped === code ? undefined : { contents: grouped, loader: 'ts' };
    });
    build.onResolve({ filter: /^group:/ }, ({ path }) => ({
      path: path.slice('group:'.length),
      namespace: 'group',
    }));
    build.onLoad({ filter: /.*/, namespace: 'group' }, ({ path }) => ({
      contents: [...(groups.get(path) ?? [])]
        .map((file) => `export * as ${basename(file, '.ts')} from ${JSON.stringify(file)};`)
        .join('\n'),
      resolveDir: '.',
    }));
  },
};

/**
 * `src/extension.ts` is bundled for itself, with what it shares with others, and stays beside the entry file.
 * @type {import('esbuild').Plugin}
 */
const applicationBeside = {
  name: 'application beside',
  setup(build) {
    build.onResolve({ filter: /^\.\/extension\.ts$/ }, () => ({ path: './application.js', external: true }));
  },
};

/** @type {Record<string, import('esbuild').BuildOptions>} */
const targets = {
  entry: {
    ...node,
    // a single file: VS Code finds and reads each by itself while a window starts
    entryPoints: { extension: 'src/entry.ts' },
    outdir: 'dist',
    format: 'esm',
    plugins: [applicationBeside],
    external: ['vscode'],
    minify: production,
  },
  host: {
    ...node,
    // two programs that are shipped together: what both need is there once
    entryPoints: { application: 'src/extension.ts', sandbox: 'src/sandbox/main.ts' },
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
    format: 'esm',
    // Phone metadata, CSV parser and schemas are chunks of their own, loaded when first needed.
    splitting: true,
    plugins: [groupedImports],
    banner: requireShim,
    external: ['vscode'],
    minify: production,
  },
  check: {
    ...node,
    // a single file, which can be copied to where there is nothing but Node
    entryPoints: ['src/check/main.ts'],
    outfile: 'dist/check.js',
    format: 'esm',
    banner: requireShim,
    sourcemap: false,
    minify: production,
    plugins: [wholeFiles],
  },
  webview: {
    entryPoints: [...filesBelow('src/webview', 'main.ts'), ...filesBelow('src/webview', 'codicon.css')],
    loader: { '.ttf': 'file' },
    assetNames: '[name]', // no hash: the font belongs to the style sheet of the same build
    outbase: 'src/webview',
    outdir: 'dist/webview',
    bundle: true,
    platform: 'browser',
    format: 'esm',
    target: 'chrome128',
    supported,
    sourcemap: !production,
    minify: production,
  },
  unit: {
    ...node,
    stdin: sharedSuite('test/unit', ['test/unit/support/propertySeed.ts']),
    outfile: 'out/test/unit.js',
    format: 'esm',
    banner: requireShim,
    external: ['esbuild', 'typescript'],
  },
  service: {
    ...node,
    stdin: sharedSuite('test/service', ['test/unit/support/propertySeed.ts']),
    outfile: 'out/test/service.js',
    format: 'esm',
    banner: requireShim,
    external: ['esbuild'],
  },
  hostile: {
    ...node,
    stdin: sharedSuite('test/hostile', ['test/unit/support/propertySeed.ts']),
    outfile: 'out/test/hostile.js',
    format: 'esm',
    banner: requireShim,
  },
  faults: {
    ...node,
    stdin: sharedSuite('test/faults'),
    outfile: 'out/test/faults.js',
    format: 'esm',
    banner: requireShim,
  },
  clients: {
    ...node,
    stdin: sharedSuite('test/clients'),
    outfile: 'out/test/clients.js',
    format: 'esm',
    banner: requireShim,
  },
  soak: {
    ...node,
    // the sandbox is a process of its own there, too
    entryPoints: { main: 'test/soak/main.ts', sandbox: 'src/sandbox/main.ts' },
    outdir: 'out/test/soak',
    chunkNames: 'chunks/[name]-[hash]',
    format: 'esm',
    splitting: true,
    banner: requireShim,
  },
  integration: {
    ...node,
    stdin: integrationSuite('test/integration'),
    outfile: 'out/test/integration.cjs',
    format: 'cjs',
    external: ['vscode', 'mocha'],
  },
};

const chosen = Object.entries(targets)
  .filter(([name]) =>
    only === undefined
      ? !(production && /unit|service|hostile|faults|clients|soak|integration/.test(name))
      : only.includes(name),
  )
  .filter(([, options]) => !Array.isArray(options.entryPoints) || options.entryPoints.length > 0)
  .map(([name, options]) => ({
    name,
    options: {
      ...options,
      metafile: production,
      logLevel: /** @type {import('esbuild').LogLevel} */ (quiet ? 'error' : 'info'),
    },
  }));

if (production && only === undefined) rmSync('dist', { recursive: true, force: true });
// Chunks are named by their content: those of earlier builds would be shipped forever.
if (only === undefined || only.includes('host')) rmSync('dist/chunks', { recursive: true, force: true });
if (args.includes('--watch')) {
  for (const { options } of chosen) await (await context(options)).watch();
} else {
  const built = await Promise.all(chosen.map(({ options }) => build(options)));
  // What is shipped is known by what was bundled: the notices of its packages are made from that.
  if (production) mkdirSync('out/meta', { recursive: true });
  for (const [index, { metafile }] of built.entries()) {
    if (metafile !== undefined)
      writeFileSync(`out/meta/${chosen[index]?.name}.json`, JSON.stringify(metafile));
  }
}
