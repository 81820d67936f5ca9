/** React Router framework mode: server rendering; pages that hydrate say so in their route handle. */
import type { Config } from '@react-router/dev/config';

export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  ssr: true,
  // Citizen pages never discover routes in the browser and staff pages are few: no extra requests.
  routeDiscovery: { mode: 'initial' },
} satisfies Config;
