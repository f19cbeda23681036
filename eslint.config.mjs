import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["scripts/compile-hot.cjs", "tests/build/loaded.cjs", "dist/", "coverage/", "reports/", "node_modules/", ".stryker-tmp/"] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ["*.mjs"] } } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/dot-notation": "off",
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true, argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-console": "error",
      "max-lines": ["error", { max: 250, skipComments: true, skipBlankLines: true }],
      "max-lines-per-function": ["error", { max: 40, skipComments: true, skipBlankLines: true }],
      complexity: ["error", 15],
    },
  },
  { files: ["tests/**", "scripts/**"], rules: { "max-lines-per-function": "off", "no-console": "off", "max-lines": "off", complexity: "off", "@typescript-eslint/no-unnecessary-type-parameters": "off" } },
  { files: ["bin/**", "*.mjs", "*.config.mts"], ...tseslint.configs.disableTypeChecked },
  { files: ["bin/**"], rules: { "@typescript-eslint/no-require-imports": "off" } },
);
