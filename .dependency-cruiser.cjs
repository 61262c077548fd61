/** Inside the API: platform knows no feature, features meet through exported services, controllers stay thin. */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^api/src/platform/' },
      to: { path: '^api/src/(?!platform/)' },
    },
    {
      name: 'features-meet-through-services',
      comment: 'Another feature is reached through its module, its exported services, and their types.',
      severity: 'error',
      from: { path: '^api/src/([^/]+)/', pathNot: '^api/src/(platform|demo|cli)/' },
      to: {
        path: '^api/src/([^/]+)/',
        pathNot: [
          '^api/src/$1/',
          '^api/src/platform/',
          '[^/]\\.(module|service)\\.ts$',
          '^api/src/[^/]+/[^/]*(proposal|freezer|visible-figures|writer|entry-right)\\.ts$',
          '^api/src/about/about\\.token\\.ts$',
          // How a group, a meeting and an activity are named wherever they are mentioned: one piece of SQL each.
          '^api/src/meetings/shared/refs\\.sql\\.ts$',
          // A route that passes a request on to another feature's service takes it in that feature's own form.
          '^api/src/(plans/activities/activity-filter|follow-up/follow-ups/follow-ups|outcomes/outcomes)\\.dto\\.ts$',
        ],
      },
    },
    {
      name: 'controllers-stay-thin',
      severity: 'error',
      from: { path: '\\.controller\\.ts$' },
      to: { path: '\\.(repository|entity)\\.ts$' },
    },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.spec\\.ts$' },
    tsConfig: { fileName: 'api/tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@samhandling/source', 'import', 'node', 'default'],
      extensions: ['.ts', '.js'],
    },
  },
};
