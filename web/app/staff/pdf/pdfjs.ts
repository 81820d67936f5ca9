/** pdf.js with its worker and side files from our own origin: a chunk of its own, loaded when the first PDF is shown. */
// The build for older browsers: the newest one needs browsers of the last months.
import { GlobalWorkerOptions, getDocument, TextLayer, version } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Put there by web/vite.config.ts. */
const sideFiles = `/assets/pdfjs-${version}/`;

/** Starts opening a PDF. Takes the bytes over. */
export const openBytes = (data: Uint8Array) =>
  getDocument({
    data,
    // Scanned JPEG 2000 and JBIG2 pictures are decoded by scripts, so that the content policy need not allow WebAssembly.
    useWasm: false,
    wasmUrl: sideFiles,
    // For fonts which neither the file nor the system has.
    standardFontDataUrl: sideFiles,
    enableXfa: false,
    verbosity: 0,
  });

export { TextLayer };
