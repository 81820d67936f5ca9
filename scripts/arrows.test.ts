/** The arrows between the rooms (docs/architecture.md): who may import whom. A wrong import fails here, by name. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Longest prefix first: the room a file belongs to. */
const rooms = [
  'engine/broker',
  'engine/runtime',
  'engine/routing',
  'engine/calendar',
  'engine/sql',
  'designer',
  'forms',
  'connectors',
  'procedures',
  'seeds',
  'web',
  'scripts',
] as const;
type Room = (typeof rooms)[number];

const allowed: Record<Room, readonly Room[]> = {
  'engine/broker': [],
  'engine/sql': [],
  'engine/routing': ['engine/sql'],
  'engine/calendar': [],
  'engine/runtime': ['engine/routing', 'engine/calendar', 'engine/sql', 'connectors', 'forms'],
  forms: [],
  // The sandbox keeps what it answered.
  connectors: ['engine/sql'],
  designer: [],
  procedures: [],
  seeds: ['engine/routing', 'engine/calendar', 'engine/sql'],
  // Routing and calendar shapes are part of what the runtime hands to the web.
  web: [
    'designer',
    'forms',
    'engine/runtime',
    'engine/routing',
    'engine/calendar',
    'engine/sql',
    'connectors',
  ],
  scripts: rooms,
};

const roomOf = (path: string): Room | undefined => rooms.find((room) => path.startsWith(`${room}/`));

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx)$/.test(name) && !/(^|\/)(build|node_modules|\.react-router)\//.test(name))
    .map((name) => join(folder, name));
}

const imports = /(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g;

/** Tests may start real parts of other rooms; the product may not. */
const isTest = (file: string) => /\.test\.tsx?$|\/(testing|e2e)\//.test(file);

test('every import follows an arrow', () => {
  const wrong: string[] = [];
  let seen = 0;
  for (const room of rooms)
    for (const file of sources(room).filter((name) => !isTest(name)))
      for (const [, target] of readFileSync(join(root, file), 'utf8').matchAll(imports)) {
        seen++;
        const place = roomOf(relative(root, resolve(root, dirname(file), String(target))));
        if (place && place !== room && !allowed[room].includes(place))
          wrong.push(`${file} imports ${target}`);
      }
  expect(seen).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
});
