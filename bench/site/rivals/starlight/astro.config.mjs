import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

// As it comes: Pagefind, Expressive Code and a sidebar of all pages are on.
export default defineConfig({ integrations: [starlight({ title: 'Prep pack' })] });
