/** Bundles web/app for the browser and for the server. The server itself (web/server.ts) runs unbundled. */
import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [reactRouter()],
  // Every asset is a file of its own: the content security policy allows no data: fonts or scripts.
  build: { assetsInlineLimit: 0, cssMinify: true },
});
