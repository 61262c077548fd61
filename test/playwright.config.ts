import { defineConfig } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { BASE_URL, GALLERY_URL, launchOptions } from './support/browser.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** People's errands in a real browser against the application as `npm start` runs it, in a data folder of its own. */
export default defineConfig({
  testDir: './journeys',
  outputDir: './results/journeys',
  globalSetup: './support/journey-demo.ts',
  fullyParallel: false,
  workers: 1,
  // A journey that holds only the second time is told by name at the end of the run, to be looked into, and does not stop it.
  retries: 1,
  // No journey is about how fast something is, and a busy machine takes its time.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: './results/journeys.json' }]],
  use: {
    baseURL: BASE_URL,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    viewport: { width: 1280, height: 800 },
    actionTimeout: 20_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: await launchOptions(),
  },
  webServer: [
    {
      command: `node ${ROOT}test/support/journey-server.ts`,
      url: `${BASE_URL}/api/v1/about`,
      reuseExistingServer: false,
      timeout: 180_000,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    },
    {
      command: `node ${ROOT}test/support/journey-gallery.ts`,
      url: `${GALLERY_URL}/galleri`,
      reuseExistingServer: false,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    },
  ],
});
