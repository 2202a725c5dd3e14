/**
 * The environment for a VS Code under test: without what an outer VS Code (its terminal, its debugger) left
 * there, and without the key and address of a real account that a developer may have set.
 * @param {NodeJS.ProcessEnv} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
export function testEnvironment(extra) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|REVOX_API_KEY$|REVOX_BASE_URL$)/.test(name),
  );
  return { ...Object.fromEntries(kept), ...extra };
}
