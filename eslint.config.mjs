import js from '@eslint/js';
import stylistic from '@stylistic/eslint-plugin';
import { defineConfig } from 'eslint/config';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const exportByName = { selector: 'ExportDefaultDeclaration', message: 'Export by name.' };
// VS Code makes links and icons of the texts that go there, so they pass through one module.
const message = 'Use src/host/messages.ts, which takes links and icons out of foreign text.';
const plainMessagesOnly = [
  {
    selector:
      'MemberExpression[object.property.name="window"][property.name=/^(show(Error|Warning|Information)Message|withProgress|setStatusBarMessage|show(InputBox|QuickPick)|create(InputBox|QuickPick))$/]',
    message,
  },
  { selector: 'MemberExpression[property.name="createLanguageStatusItem"]', message },
  {
    selector:
      'ImportDeclaration[source.value="vscode"] ImportSpecifier[imported.name=/^(window|languages)$/]',
    message,
  },
];

// A problem quotes the server, whose sentences can hold numbers and names.
const noServerWordsInLogs = {
  selector:
    'CallExpression[callee.property.name=/^(info|warn|error)$/]:matches([callee.object.name="log"], [callee.object.property.name="log"]) MemberExpression[property.name="problem"]',
  message: 'Log ids, kinds and errorForLog(error), never the words of a server.',
};

// The sentences are English: on a French machine `1 234` and `28/11/2026` would stand among them.
const inTheSameLanguage = [
  'CallExpression[callee.property.name=/^toLocale(Date|Time)?String$/][arguments.length=0]',
  'CallExpression[callee.property.name=/^toLocale(Date|Time)?String$/] > Identifier[name="undefined"]:first-child',
  'NewExpression[callee.object.name="Intl"][callee.property.name=/^(NumberFormat|PluralRules|ListFormat|RelativeTimeFormat)$/][arguments.length=0]',
].map((selector) => ({ selector, message: 'Name the language: en for numbers, en-GB for times.' }));
const everywhere = [exportByName, noServerWordsInLogs, ...inTheSameLanguage];

export default defineConfig(
  { ignores: ['dist/', 'out/', '.vscode-test/'] },
  js.configs.recommended,
  // Rules that need types are in .oxlintrc.json.
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': ['error', ...everywhere, ...plainMessagesOnly],
    },
  },
  {
    // These loops run for every row. V8 compiles a for-of together with what happens when it ends early, and
    // all that is inlined in it as well: with these, 10,000 rows take a twentieth more processor time.
    files: [
      'src/callList/checkRow.ts',
      'src/callList/contactCollector.ts',
      'src/callList/rowRemarks.ts',
      'src/callList/columns/optOutReader.ts',
      'src/callList/csv/header.ts',
    ],
    rules: { '@typescript-eslint/prefer-for-of': 'off' },
  },
  {
    files: ['src/host/messages.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere] },
  },
  {
    // Prettier wraps code at the same width, but neither comments nor what cannot be wrapped.
    plugins: { '@stylistic': stylistic },
    rules: {
      '@stylistic/max-len': [
        'error',
        {
          code: 110,
          ignoreUrls: true,
          ignoreStrings: true,
          ignoreTemplateLiterals: true,
          ignoreRegExpLiterals: true,
        },
      ],
    },
  },
  {
    // What comes from outside is matched in linear time.
    files: ['src/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': ['error', { ignoreSticky: true }],
    },
  },
  {
    // Texts that are cut before they are matched: cells to 250 characters, headers to 200; names of files,
    // and an address in the settings.
    files: [
      'src/callList/phone/**',
      'src/callList/csv/header.ts',
      'src/commands/newCsvFromRows.ts',
      'src/core/connection.ts',
      'src/core/safeFileName.ts',
    ],
    rules: { 'regexp/no-super-linear-backtracking': 'off', 'regexp/no-super-linear-move': 'off' },
  },
  {
    // mocha's and Playwright's callbacks, and plain JavaScript configuration
    files: ['test/**', '*.mjs'],
    rules: {
      'no-undef': 'off', // the compiler checks names in JavaScript, too, and knows Node's
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      'no-restricted-syntax': 'off',
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }], // Playwright asks for one
    },
  },
);
