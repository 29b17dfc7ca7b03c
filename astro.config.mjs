import { defineConfig } from 'astro/config';

export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  outDir: './dist/site',
  // 'jsx', the default, eats the spaces between inline elements.
  compressHTML: true,
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  build: { format: 'directory', inlineStylesheets: 'never' },
  // No inline scripts: the pages' security policy forbids them.
  vite: { build: { assetsInlineLimit: 0 }, worker: { format: 'es' } },
});
