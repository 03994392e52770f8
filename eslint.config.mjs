import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
import vue from 'eslint-plugin-vue'

/** What would make pages differ between machines, runs or languages. */
const impureGlobals = ['Date', 'Intl', 'console', 'performance', 'setTimeout', 'queueMicrotask']
const impreciseMath =
  'random|pow|exp|expm1|log|log1p|log2|log10|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|asinh|acosh|atanh|cbrt|hypot'

export default defineConfig(
  globalIgnores([
    'dist/',
    '.runtime/',
    'release/',
    'coverage/',
    'out/',
    'samples/',
    'tests/fixtures/',
  ]),
  {
    files: ['**/*.{ts,mts,mjs,cjs,vue}'],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-param-reassign': 'error',
      'max-lines': ['error', { max: 400 }],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        {
          'ts-expect-error': true,
          'ts-ignore': true,
          'ts-nocheck': true,
          'ts-check': true,
        },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['{engine,bridge}/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-syntax': [
        'error',
        {
          selector: `MemberExpression[object.name='Math'][property.name=/^(${impreciseMath})$/]`,
          message: 'Its last digit may differ between machines: use + − × ÷ on integers.',
        },
        {
          selector:
            "BinaryExpression[operator='**']:not([left.bigint]), AssignmentExpression[operator='**=']",
          message: 'Its last digit may differ between machines: multiply.',
        },
        {
          selector: 'MemberExpression[property.name=/^(localeCompare|toLocale.*)$/]',
          message: 'The result depends on the language of the machine: compare code points.',
        },
      ],
    },
  },
  {
    files: ['engine/text/line-break-table.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['{bridge,host,cli}/**/*.ts'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
    },
  },
  {
    files: ['**/*.vue'],
    extends: [vue.configs['flat/recommended']],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/no-v-html': 'error',
      // Prettier lays out the markup.
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-indent': 'off',
      'vue/html-self-closing': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      // A prop that may be absent is absent.
      'vue/require-default-prop': 'off',
    },
  },
  {
    files: ['renderer/**/*.{ts,vue}'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
          message: 'Nothing from a document is markup: make elements.',
        },
      ],
    },
  },
)
