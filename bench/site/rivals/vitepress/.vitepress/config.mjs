import { defineConfig } from 'vitepress';

// As it comes, with the search that needs no service.
export default defineConfig({ title: 'Prep pack', themeConfig: { search: { provider: 'local' } } });
