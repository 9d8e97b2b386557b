import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';
import { gzip } from './gzip.ts';

const platform = process.env.JUTONG_ADDRESS ?? 'http://127.0.0.1:8181';
const fromPlatform = { target: platform, changeOrigin: true, headers: { origin: platform } };

export default defineConfig({
  base: '/console/',
  plugins: [vue(), gzip('dist')],
  build: {
    // data: URLs would need exceptions in the content security policy
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'vue', test: /node_modules\/(vue|@vue|vue-router|pinia)\//, priority: 3 },
            { name: 'editor', test: /node_modules\/(@tiptap|prosemirror-\w+|linkifyjs|orderedmap|rope-sequence|w3c-keyname)\//, priority: 2 },
            { name: 'element-plus', test: /node_modules\//, priority: 1 },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': fromPlatform, '/plugins': fromPlatform, '/sites': fromPlatform } },
  test: { environment: 'happy-dom', include: ['tests/**/*.test.ts'], server: { deps: { inline: ['element-plus'] } } },
});
