/** Finds the scenario files. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Scenario } from './scenario.ts';

export interface NamedScenario extends Scenario {
  /** `<subject>/<behaviour>`, from the file. */
  readonly name: string;
}

/** All scenarios, or those whose name or title contains the text. Throws for a file that exports none. */
export async function loadScenarios(only = ''): Promise<NamedScenario[]> {
  const folder = join(import.meta.dirname, 'scenarios');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length).replaceAll('\\', '/'))
    .sort();
  const all = await Promise.all(
    names.map(async (name) => {
      const { scenario }: { scenario?: Scenario } = await import(
        pathToFileURL(join(folder, `${name}.ts`)).href
      );
      if (!scenario) throw new Error(`scenarios/${name}.ts exports no \`scenario\``);
      return { ...scenario, name };
    }),
  );
  return all.filter(({ name, title }) => `${name} ${title}`.includes(only));
}
