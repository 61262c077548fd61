/** Node side: shared libs, migrations, API and the HTTP tests on real PostgreSQL. ESM, as in production. */
const shared = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@samhandling/source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
};
const unit = (name, folder) => ({
  ...shared,
  displayName: name,
  roots: [`<rootDir>/${folder}`],
  testMatch: ['**/src/**/*.spec.ts'],
});

export default {
  // No test is about how fast something is, and a busy machine takes its time. Of a project's own limit jest takes no notice.
  testTimeout: 180_000,
  // Every file loads the application anew, and modules of ES are not given back: a worker that has grown is replaced by a new one.
  workerIdleMemoryLimit: '1500MB',
  projects: [
    unit('domain', 'libs/domain'),
    unit('plan-text', 'libs/plan-text'),
    unit('contracts', 'libs/contracts'),
    unit('report-model', 'libs/report-model'),
    unit('migrations', 'migrations'),
    unit('api', 'api'),
    {
      ...shared,
      displayName: 'http',
      roots: ['<rootDir>/test/api'],
      testMatch: ['**/*.spec.ts'],
      globalSetup: '<rootDir>/test/support/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/global-teardown.ts',
    },
  ],
};
