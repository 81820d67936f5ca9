/** Be Vietnam Pro, self-hosted. Citizen pages use 400 and 600 only (67 KB); staff pages add 500 and 700. */
import latin400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2?url';
import latin600 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-600-normal.woff2?url';
import vietnamese400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2?url';
import vietnamese600 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-600-normal.woff2?url';

/** Files every page needs at once. */
export const preloadedFonts: readonly string[] = [latin400, vietnamese400, latin600, vietnamese600];
