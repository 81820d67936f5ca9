/** Bundles web/app for the browser and for the server. The server itself (web/server.ts) runs unbundled. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { reactRouter } from '@react-router/dev/vite';
import { defineConfig, type Plugin } from 'vite';

export default defineConfig({
  plugins: [reactRouter(), pdfSideFiles()],
  // Every asset is a file of its own: the content security policy allows no data: fonts or scripts.
  build: { assetsInlineLimit: 0, cssMinify: true },
});

/** Files which pdf.js asks for by name (web/app/staff/pdf/pdfjs.ts); the version in their path keeps caches right. */
function pdfSideFiles(): Plugin {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  // Decoders for scans, and the standard fonts for files which bring none, with the licences of both.
  const files = [
    ...['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js', 'LICENSE_JBIG2', 'LICENSE_OPENJPEG'].map(
      (name) => ['wasm', name] as const,
    ),
    ...readdirSync(join(folder, 'standard_fonts')).map((name) => ['standard_fonts', name] as const),
  ];
  return {
    name: 'pdf-side-files',
    applyToEnvironment: (environment) => environment.name === 'client',
    generateBundle() {
      for (const [from, name] of files)
        this.emitFile({
          type: 'asset',
          fileName: `assets/pdfjs-${version}/${name}`,
          source: readFileSync(join(folder, from, name)),
        });
    },
  };
}
