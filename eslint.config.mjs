import eslint from '@eslint/js';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const shared = ['scope:shared'];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.nx/**',
      '.angular/**',
      '.data/**',
      'test/results/**',
      'web/public/**',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [eslint.configs.recommended, ...tseslint.configs.recommended, prettier],
    plugins: { '@nx': nx },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a const object or a const array with a union type.' },
      ],
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          allow: [],
          depConstraints: [
            { sourceTag: 'lib:domain', onlyDependOnLibsWithTags: [], bannedExternalImports: ['*'] },
            { sourceTag: 'lib:plan-text', onlyDependOnLibsWithTags: ['lib:domain'], bannedExternalImports: ['*'] },
            { sourceTag: 'lib:contracts', onlyDependOnLibsWithTags: ['lib:domain'], bannedExternalImports: ['*'] },
            {
              sourceTag: 'lib:report-model',
              onlyDependOnLibsWithTags: ['lib:domain', 'lib:contracts'],
              bannedExternalImports: ['*'],
            },
            { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: shared },
            {
              sourceTag: 'lib:ui',
              onlyDependOnLibsWithTags: ['lib:domain', 'lib:contracts', 'lib:ui'],
              bannedExternalImports: ['@swimlane/*', '@angular/router', '@angular/common/http'],
            },
            { sourceTag: 'lib:charts', onlyDependOnLibsWithTags: ['lib:domain', 'lib:contracts', 'lib:ui'] },
            {
              sourceTag: 'scope:migrations',
              onlyDependOnLibsWithTags: [],
              bannedExternalImports: ['@nestjs/*', '@angular/*'],
            },
            {
              sourceTag: 'scope:api',
              onlyDependOnLibsWithTags: [...shared, 'scope:migrations'],
              bannedExternalImports: ['@angular/*', '@swimlane/*'],
            },
            {
              sourceTag: 'scope:web',
              onlyDependOnLibsWithTags: [...shared, 'scope:ui'],
              bannedExternalImports: [
                '@nestjs/*',
                'typeorm',
                'pg',
                'class-validator',
                'class-transformer',
                '@swimlane/*',
              ],
            },
            { sourceTag: 'scope:test', onlyDependOnLibsWithTags: [...shared, 'scope:migrations', 'scope:api'] },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo)$/]',
          message: 'No focused, skipped or empty tests.',
        },
      ],
    },
  },
  {
    files: ['web/**/*.ts', 'libs/ui/**/*.ts', 'libs/charts/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@angular/material', '@angular/material/*'],
              message: 'Our own look, in libs/ui on the CDK: docs/adr/0002-own-look-on-cdk.md.',
            },
          ],
        },
      ],
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'sam', style: 'kebab-case' }],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'sam', style: 'camelCase' }],
      '@angular-eslint/component-class-suffix': 'off',
      '@angular-eslint/directive-class-suffix': 'off',
    },
  },
  {
    files: ['web/**/*.html', 'libs/ui/**/*.html', 'libs/charts/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
  {
    files: ['**/*.mjs', '**/*.cjs', 'tools/**'],
    extends: [eslint.configs.recommended, prettier],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        module: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
        Buffer: 'readonly',
        AbortSignal: 'readonly',
      },
    },
  },
);
