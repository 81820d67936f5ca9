/** Script: writes designer/element-templates/*.json from the manifests. Run it after a manifest changed; a test notices when not. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connectors } from '../index.ts';
import { elementTemplate, printTemplate, templatePath } from './element-template.ts';

const root = new URL('../../', import.meta.url);
for (const connector of connectors) {
  const path = fileURLToPath(new URL(templatePath(connector.type), root));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, printTemplate(elementTemplate(connector)));
  process.stdout.write(`${templatePath(connector.type)}\n`);
}
