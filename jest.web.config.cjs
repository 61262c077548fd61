/** Browser side: Angular components under jsdom, zoneless. CommonJS preset, run without --experimental-vm-modules. */
const { createCjsPreset } = require('jest-preset-angular/presets');
const preset = createCjsPreset({ tsconfig: '<rootDir>/tsconfig.web-spec.json' });
const project = (name, folder) => ({
  ...preset,
  displayName: name,
  rootDir: __dirname,
  roots: [`<rootDir>/${folder}`],
  testEnvironment: 'jest-preset-angular/environments/jest-jsdom-env',
  testEnvironmentOptions: { customExportConditions: ['@samhandling/source', 'browser', 'require', 'default'] },
  setupFilesAfterEnv: ['<rootDir>/web/src/test-setup.ts'],
  testMatch: ['**/src/**/*.spec.ts'],
});
module.exports = {
  // No test is about how fast something is, and a busy machine takes its time.
  testTimeout: 120_000,
  projects: [project('ui', 'libs/ui'), project('charts', 'libs/charts'), project('web', 'web')],
};
