// Which Chromium shows the web workbench.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runProcess } from './process.mjs';
import { projectRoot } from './projectRoot.mjs';
import { installSystemPackages, onPath } from './systemPackages.mjs';

/** Flags under which Chromium runs as root, in a container, with no desktop and no internet. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @returns {Promise<string | undefined>} the Chromium that Playwright downloaded earlier */
async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function installedBrowser() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const applications = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    join(process.env.PROGRAMFILES ?? '', 'Google/Chrome/Application/chrome.exe'),
    join(process.env['PROGRAMFILES(X86)'] ?? '', 'Microsoft/Edge/Application/msedge.exe'),
  ];
  return (
    names.map(onPath).find((path) => path !== undefined) ?? applications.find((path) => existsSync(path))
  );
}

/**
 * The browser to use, installed if there is none.
 * @returns {Promise<string>} path of the program
 */
export async function findBrowser() {
  const chosen = process.env.REVOX_CHROMIUM;
  if (chosen !== undefined && chosen !== '') {
    if (existsSync(chosen)) return chosen;
    throw new Error(
      `REVOX_CHROMIUM names ${chosen}, which does not exist. Correct it, or remove the variable.`,
    );
  }
  const present = (await playwrightsOwn()) ?? installedBrowser();
  if (present !== undefined) return present;

  /** @type {string[]} */
  const problems = [];
  try {
    await installSystemPackages(['chromium'], 'show VS Code in a browser');
    const installed = installedBrowser();
    if (installed !== undefined) return installed;
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  }
  const cli = join(projectRoot, 'node_modules', '@playwright', 'test', 'cli.js');
  const download = await runProcess(process.execPath, [cli, 'install', 'chromium']);
  const downloaded = await playwrightsOwn();
  if (download.code === 0 && downloaded !== undefined) return downloaded;
  problems.push(
    'Playwright could not download one either ("npx playwright install chromium").',
    'With a Chrome or Chromium elsewhere, set REVOX_CHROMIUM to its path.',
  );
  throw new Error(`No Chromium or Chrome was found. ${problems.join(' ')}`);
}
